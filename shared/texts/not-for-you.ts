import type { Texts } from '../languages.ts'

/** What a page of staff says to who may not use it. */
export const notForYouTexts = {
  notForYou: {
    zh: '您的角色用不到这一页。要用的话，请管理员给您加上角色。',
    en: 'Your role does not use this page. If you need it, ask an administrator for the role.',
  },
} as const satisfies Texts
