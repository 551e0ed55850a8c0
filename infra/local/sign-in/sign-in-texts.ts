// Every text of the sign-in pages and of the messages they send, in both languages.
import type { Language } from '../page-frame.ts'

const TEXTS = {
  company: ['店联', 'Dianlian'],
  signIn: ['登录', 'Sign in'],
  wayPhone: ['手机验证码', 'Phone code'],
  wayMail: ['邮箱和密码', 'Mail and password'],
  wayFirst: ['首次使用／忘记密码', 'First time or forgot password'],
  ways: ['登录方式', 'Ways to sign in'],
  phone: ['手机号码', 'Phone number'],
  phoneHint: [
    '中国大陆手机号可不加 +86，其他地区请以 + 开头。',
    'Mainland China numbers need no +86; others start with +.',
  ],
  sendCode: ['获取验证码', 'Send code'],
  email: ['邮箱', 'Mail address'],
  password: ['密码', 'Password'],
  enter: ['登录', 'Sign in'],
  firstHint: [
    '我们会发一个验证码到您的邮箱，验证后即可设置密码。',
    'We send a code to your mail address; then you set a password.',
  ],
  code: ['六位验证码', 'Six-digit code'],
  codeTitle: ['输入验证码', 'Enter the code'],
  codeSent: [
    '验证码已发送至 {address}，10 分钟内有效。',
    'A code was sent to {address}. It is good for 10 minutes.',
  ],
  confirm: ['确认', 'Confirm'],
  again: ['重新发送验证码', 'Send a new code'],
  other: ['换一种登录方式', 'Sign in another way'],
  newPassword: ['新密码', 'New password'],
  newPasswordTitle: ['设置密码', 'Set a password'],
  newPasswordHint: [
    '至少 8 个字符，不要只用一两个字符，也不要与邮箱相同。',
    'At least 8 characters, more than two different ones, and not your mail address.',
  ],
  save: ['保存并登录', 'Save and sign in'],
  badPhone: [
    '手机号码不对：请输入 11 位手机号，或以 + 开头的国际号码。',
    'That is no phone number: type 11 digits, or a number that starts with +.',
  ],
  badEmail: [
    '邮箱地址不对：请输入类似 name@example.com 的地址。',
    'That is no mail address: type one like name@example.com.',
  ],
  tooOften: [
    '验证码发送过于频繁：请一分钟后再试，每小时最多 5 次。',
    'Codes were asked for too often: wait a minute and try again; five an hour are sent at most.',
  ],
  stillGood: [
    '刚才的验证码仍然有效，请直接输入；一分钟后可重新获取。',
    'The code sent just now still works: type it here. A new one can be sent after a minute.',
  ],
  wrongCode: [
    '验证码不对：请核对短信或邮件中最新的六位数字。',
    'That code is not right: check the six digits of the newest message.',
  ],
  codeOver: ['验证码已失效：请重新获取。', 'That code no longer works: ask for a new one.'],
  wrongPassword: [
    '邮箱或密码不对：请重新输入，或通过“首次使用／忘记密码”设置密码。',
    'Mail address or password is not right: try again, or set one under "First time or forgot password".',
  ],
  tooManyPasswords: [
    '尝试次数过多：请 15 分钟后再试，或通过“忘记密码”重新设置。',
    'Too many attempts: wait 15 minutes, or set a new password.',
  ],
  weakPassword: [
    '密码太弱：至少 8 个字符，不要只用一两个字符，也不要与邮箱相同。',
    'That password is too weak: at least 8 characters, more than two different ones, and not your mail address.',
  ],
  lost: ['登录已超时', 'This sign-in is over'],
  lostHint: ['请回到首页重新登录。', 'Go back to the start and sign in again.'],
  failed: ['登录没有完成', 'Sign-in did not work'],
  home: ['回到首页', 'To the start'],
  signOut: ['退出登录', 'Sign out'],
  signOutAsk: ['确定要退出登录吗？', 'Do you want to sign out?'],
  signedOut: ['您已退出登录。', 'You are signed out.'],
  message: [
    '【店联】验证码 {code}，10 分钟内有效。请勿告诉他人。',
    '[Dianlian] Your code is {code}, good for 10 minutes. Tell it to nobody.',
  ],
  subject: ['店联登录验证码', 'Your Dianlian sign-in code'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type SignInText = keyof typeof TEXTS

/** A text in the language, its `{…}` filled in. */
export function signInText(language: Language, key: SignInText, facts: Record<string, string> = {}): string {
  const text: string = TEXTS[key][language === 'zh' ? 0 : 1]
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
}
