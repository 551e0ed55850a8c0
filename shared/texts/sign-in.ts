import type { Texts } from '../languages.ts'

/** The door: what it is for, and what went wrong at it. */
export const signInTexts = {
  signIn: { zh: '登录', en: 'Sign in' },
  purpose: { zh: '经销商的一个入口', en: 'One door for dealers' },
  pointOrder: { zh: '截止前订好这一周的货', en: 'Place this week’s order before the cut-off' },
  pointLimits: { zh: '每个限量都事先看得见，也说得清', en: 'See every limit before you reach it, and why' },
  pointDraft: {
    zh: '断了网也不丢，换台设备接着填',
    en: 'Nothing is lost when the network is; go on from any device',
  },
  how: {
    zh: '用手机号收验证码，或用邮箱和密码。账号由您的客户经理或店主邀请开通。',
    en: 'By a code to your phone, or by mail address and password. Your account manager or the shop’s owner invites you.',
  },
} as const satisfies Texts
