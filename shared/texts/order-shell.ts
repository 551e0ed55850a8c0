import type { Texts } from '../languages.ts'

/** What the order page says before anything else is there. */
export const orderShellTexts = {
  opening: { zh: '正在取您的价格和限量……', en: 'Fetching your prices and limits…' },
} as const satisfies Texts
