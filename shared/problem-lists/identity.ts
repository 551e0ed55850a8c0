import { signInProblems } from './sign-in.ts'

/** What can go wrong with signing in, members and staff. */
export const identityProblems = {
  ...signInProblems,
  'identity.not_signed_in': { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  'identity.not_allowed': { status: 403, zh: '您的角色不能做这件事。', en: 'Your role may not do this.' },
  'identity.prove_again': {
    status: 403,
    zh: '要退出别的设备，请先重新登录，确认是您本人；十分钟内有效。',
    en: 'To sign out of other devices, first sign in again to prove that it is you; that holds for ten minutes.',
  },
  'identity.membership_not_found': { status: 404, zh: '没有这个成员。', en: 'There is no such member.' },
  'identity.already_member': {
    status: 409,
    zh: '这个人已经是成员了，请在成员列表里修改角色。',
    en: 'This person is a member already. Change the role in the list of members.',
  },
  'identity.too_many_invitations': {
    status: 429,
    zh: '今天已邀请 {most} 人，到上限了。{until} 起可以继续邀请。',
    en: 'Today’s {most} invitations are used up. Go on inviting from {until}.',
  },
  'identity.last_owner': { status: 409, zh: '至少要保留一位店主。', en: 'At least one owner must remain.' },
  'identity.address_missing': {
    status: 400,
    zh: '请填写手机号或邮箱。',
    en: 'Give a phone number or a mail address.',
  },
  'identity.staff_not_found': { status: 404, zh: '没有这位员工。', en: 'There is no such member of staff.' },
  'identity.own_role': {
    status: 409,
    zh: '不能修改自己的角色，请由另一位管理员来改。',
    en: 'You cannot change your own role. Ask another administrator.',
  },
} as const
