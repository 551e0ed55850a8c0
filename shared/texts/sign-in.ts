import type { Texts } from '../languages.ts'

/** The sign-in page. */
export const signInTexts = {
  title: { zh: '登录', en: 'Sign in' },
  lead: { zh: '订货、查单、售后，一个门进来。', en: 'Orders, their history and service, behind one door.' },
  button: { zh: '登录', en: 'Sign in' },
  ended: {
    zh: '您已退出登录：登录过期了，或者角色有了变动。重新登录后会回到刚才那一页。',
    en: 'You were signed out: the sign-in ran out, or your role has changed. Sign in to go back to where you were.',
  },
  how: {
    zh: '用手机号收验证码，或用邮箱和密码。账号由您的客户经理或店主邀请开通。',
    en: 'With a code to your phone, or with mail and password. Your account manager or shop owner invites you.',
  },
} as const satisfies Texts
