import type { Texts } from '../languages.ts'

/** The home page's card between two order windows; loaded while none is open. */
export const nextWindowTexts = {
  opens: { zh: '下个订货窗口 {time} 开放', en: 'The next order window opens at {time}' },
  opensIn: { zh: '还有 {time}', en: 'in {time}' },
  notPlaced: { zh: '草稿没有提交', en: 'The draft was not placed' },
  missed: {
    zh: '{time} 截止时没有提交，{count} 个品规的草稿留着。',
    en: 'It was not submitted by the cut-off at {time}. The draft of {count} {count|product|products} is kept.',
  },
  waits: {
    zh: '{count} 个品规的草稿留着，开放后就能提交。',
    en: 'The draft of {count} {count|product|products} is kept: submit it once the window is open.',
  },
  ahead: {
    zh: '可以先填好草稿，开放后再提交。',
    en: 'You can prepare the draft now and submit it then.',
  },
  seeDraft: { zh: '看草稿', en: 'See the draft' },
  prepare: { zh: '先填草稿', en: 'Prepare a draft' },
  none: { zh: '订货窗口没有开放', en: 'No order window is open' },
  noneText: {
    zh: '下个订货窗口排出以后，会出现在这里。',
    en: 'The next order window appears here once it is planned.',
  },
} as const satisfies Texts
