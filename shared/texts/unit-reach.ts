import type { Texts } from '../languages.ts'

/** Where a list was asked for a unit that is not one's own. */
export const unitReachTexts = {
  seeOwn: { zh: '看我的全部单位', en: 'See all my units' },
} as const satisfies Texts
