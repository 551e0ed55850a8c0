import type { Texts } from '../languages.ts'

/** What was sent, as a list: what its columns are called. */
export const sentListTexts = {
  subject: { zh: '标题', en: 'Subject' },
  at: { zh: '时间', en: 'Written' },
  ways: { zh: '怎么送达', en: 'Ways' },
  shop: { zh: '店铺', en: 'Shop' },
  kind: { zh: '什么消息', en: 'What it is' },
  dueAt: { zh: '定在何时发出', en: 'To go out' },
  sentAt: { zh: '最近一次发送', en: 'Last tried' },
} as const satisfies Texts
