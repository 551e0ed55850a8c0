import type { Texts } from '../languages.ts'

/** The readable page of the API. */
export const apiPageTexts = {
  title: { zh: '店联接口', en: 'Dianlian API' },
  intro: {
    zh: '所有接口及谁可以调用。机器可读的描述：',
    en: 'Every route, and who may call it. For machines:',
  },
} as const satisfies Texts
