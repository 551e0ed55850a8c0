import type { Texts } from '../languages.ts'

/** What the order page says in parts that load when they are needed: rows to mend, and dialogs. */
export const orderMendTexts = {
  useInstead: { zh: '改为 {quantity}', en: 'Make it {quantity}' },
  settleFor: { zh: '改为 {quantity}，记下想要 {wanted}', en: 'Make it {quantity}, {wanted} wanted' },
  notLoaded: { zh: '这一部分没有取到', en: 'This part did not come' },
  notLoadedText: {
    zh: '可能没有网络，或者平台刚更新过。您填的都还在。连上网后重新打开这一页，就能用了。',
    en: 'There may be no network, or the portal has just been renewed. What you entered is kept. Open this page again once there is a network.',
  },
  openAgain: { zh: '重新打开这一页', en: 'Open this page again' },
  close: { zh: '关闭', en: 'Close' },
} as const satisfies Texts
