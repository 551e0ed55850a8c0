import type { Texts } from '../languages.ts'

/** What the order page says before its window opens and after it has closed. */
export const windowTurnTexts = {
  opensAt: {
    zh: '订货窗口 {time} 开放。现在可以先填，草稿会留着，开放后再提交。',
    en: 'The order window opens at {time}. Fill it in ahead if you like: the draft is kept, and you submit it then.',
  },
  submitTo: { zh: '提交 {day} 的订单', en: 'Place for {day}' },
  nextNow: {
    zh: '上一个窗口已截止，没有下单。现在这张是 {day} 的，{time} 截止。',
    en: 'The window before is over and nothing was placed in it. This sheet is now for {day}, which closes {time}.',
  },
  isOver: { zh: '这次订货已截止。', en: 'This window is over.' },
  draftNotIn: {
    zh: '已截止，草稿没有提交，留着没动。',
    en: 'The window is over. The draft was not placed; it is kept as it is.',
  },
  changeNotIn: {
    zh: '已截止，订单以提交的为准，没提交的修改不算。',
    en: 'The window is over. The order stands as it was submitted; changes since are not in.',
  },
  placedByItself: {
    zh: '已截止，草稿按店主的设置自动提交，结果见首页。',
    en: 'The window is over. The draft is placed by itself, as the owner chose; home tells the outcome.',
  },
  nextOpens: { zh: '下个窗口 {time} 开放。', en: 'The next one opens at {time}.' },
} as const satisfies Texts
