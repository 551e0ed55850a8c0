import type { Texts } from '../languages.ts'

/** What was sent, as a list: what its columns are called. */
export const sentListTexts = {
  subject: { zh: '标题', en: 'Subject' },
  at: { zh: '时间', en: 'Written' },
  ways: { zh: '怎么送达', en: 'Ways' },
  shop: { zh: '店铺', en: 'Shop' },
  kind: { zh: '什么消息', en: 'What it is' },
  dueAt: { zh: '定在何时发出', en: 'To go out' },
  sendAgain: { zh: '再发一次', en: 'Send again' },
  sentAgain: {
    zh: '{count} 条一分钟内再发。还是发不出去的，会回到这里。',
    en: '{count} {count|goes|go} out again within a minute. What still cannot be sent comes back here.',
  },
  mendFirst: {
    zh: '号码或邮箱不对的，先到店铺或员工页改好，再发。',
    en: 'Where the number or address is wrong, mend it on the page of the shop or of staff first.',
  },
  leave: { zh: '不再发', en: 'Leave them' },
  leaveTitle: { zh: '{count} 条不再发？', en: 'Leave {count} {count|message|messages} unsent?' },
  leaveHint: {
    zh: '不再列在这里，首页也不再提醒。本人登录后在消息里仍能看到；发送记录里也还在。',
    en: 'They are listed here no more, and home stops reminding. Their readers still find them in the inbox, and the send log keeps them.',
  },
  sentAt: { zh: '最近一次发送', en: 'Last tried' },
} as const satisfies Texts
