import type { Texts } from '../languages.ts'

/** Mails and short messages that the product sends. */
export const messageTexts = {
  invitationSubject: { zh: '{shop} 邀请您使用订货平台', en: '{shop} invites you to the dealer portal' },
  invitation: {
    zh: '您已可以代表“{shop}”使用订货平台。用这个号码或邮箱登录：{link}',
    en: 'You may now use the dealer portal for {shop}. Sign in with this number or mail address: {link}',
  },
  orderOnBehalfSubject: { zh: '已代您下单 {number}', en: 'Order {number} was placed for you' },
  orderOnBehalf: {
    zh: '工作人员已代您下单 {number}，合计 {total}。如有不对，请尽快联系我们。',
    en: 'Our staff placed order {number} for you, {total} in total. If this is not right, please tell us soon.',
  },
  requestDecidedSubject: { zh: '{shop} 的申请有结果了', en: 'Your request for {shop} has been decided' },
  requestApproved: {
    zh: '“{shop}”申请的资料变更已通过，现已生效。',
    en: 'The change you asked for at {shop} is approved and in force.',
  },
  requestRefused: {
    zh: '“{shop}”申请的资料变更没有通过：{reason}',
    en: 'The change you asked for at {shop} was not approved: {reason}',
  },
} as const satisfies Texts
