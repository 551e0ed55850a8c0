import type { Texts } from '../languages.ts'

/** The inbox, and how a person wants to be told. */
export const inboxTexts = {
  title: { zh: '消息', en: 'Messages' },
  none: { zh: '还没有消息', en: 'No messages yet' },
  noneText: {
    zh: '订单有结果、窗口有变动，都会在这里告诉您。',
    en: 'What becomes of your orders, and changes of the window, will be told here.',
  },
  fresh: { zh: '新', en: 'New' },
  see: { zh: '去看看', en: 'Have a look' },
  how: { zh: '设置通知方式', en: 'Choose how you are told' },
  unread: { zh: '条未读消息', en: 'unread messages' },
} as const satisfies Texts
