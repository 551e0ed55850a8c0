import type { Texts } from '../languages.ts'

/** The page on which a person chooses how they are told. */
export const preferenceTexts = {
  title: { zh: '通知方式', en: 'How you are told' },
  lead: {
    zh: '每条消息都会留在平台的消息里。这里选的是还要不要发短信或邮件。',
    en: 'Every message stays in the inbox of the portal. Here you choose what comes by SMS or mail as well.',
  },
  'order-reminders': { zh: '订货提醒', en: 'Ordering reminders' },
  'order-news': { zh: '订单消息', en: 'News of orders' },
  'account-changes': { zh: '资料和许可证', en: 'Record and licence' },
  'calendar-changes': { zh: '订货时间变动', en: 'Changes of the window' },
  access: { zh: '邀请', en: 'Invitations' },
  sms: { zh: '短信', en: 'SMS' },
  mail: { zh: '邮件', en: 'Mail' },
  noPhone: { zh: '没有登记手机号', en: 'No phone number is known' },
  noMail: { zh: '没有登记邮箱', en: 'No mail address is known' },
  quiet: { zh: '免打扰时段', en: 'Quiet hours' },
  quietHint: {
    zh: '这段时间里的短信和邮件，等时段结束再发。',
    en: 'SMS and mail of these hours wait until they are over.',
  },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  except: { zh: '这些照常发来', en: 'These come all the same' },
  digest: { zh: '每天汇总成一条', en: 'One summary a day' },
  digestHint: {
    zh: '不急的消息到点合成一条发来；快截止的提醒仍然马上发。',
    en: 'What can wait comes as one at this time; reminders of a closing window still come at once.',
  },
  at: { zh: '时间', en: 'At' },
  back: { zh: '我的', en: 'Me' },
  kinds: { zh: '各类消息', en: 'Kinds of messages' },
} as const satisfies Texts
