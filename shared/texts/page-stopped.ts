import type { Texts } from '../languages.ts'

/** What a page says when a part of it did not come and took the rest away. */
export const pageStoppedTexts = {
  title: { zh: '这一页停住了', en: 'This page has stopped' },
  text: {
    zh: '有一部分没有取到：可能没有网络，或者平台刚更新过。订单填的都还在。',
    en: 'A part of it did not come: there may be no network, or the portal has just been renewed. What was entered of an order is kept.',
  },
  again: { zh: '重新打开这一页', en: 'Open this page again' },
} as const satisfies Texts
