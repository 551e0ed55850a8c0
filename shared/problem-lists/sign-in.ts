/** Why a sign-in brings one back to its door; its page brings these alone. */
export const signInProblems = {
  'identity.not_invited': {
    status: 403,
    zh: '这个账号还没有开通，或者已经停用。请联系店主或您的客户经理。',
    en: 'This account has not been invited, or it was disabled. Ask the owner of the shop or your account manager.',
  },
  'identity.sign_in_failed': {
    status: 400,
    zh: '登录没有完成，请重新登录。',
    en: 'The sign-in did not complete. Please start again.',
  },
} as const
