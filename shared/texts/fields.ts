import type { Texts } from '../languages.ts'

/** What is wrong with one field of an input, said so that it can be mended. */
export const fieldTexts = {
  missing: { zh: '必填。', en: 'This is required.' },
  wrongType: { zh: '类型不对，应为 {expected}。', en: 'This has the wrong type; expected {expected}.' },
  tooSmall: { zh: '不能小于（少于）{minimum}。', en: 'This must be at least {minimum}.' },
  tooLarge: { zh: '不能大于（多于）{maximum}。', en: 'This must be at most {maximum}.' },
  wrongFormat: { zh: '格式不对。', en: 'This has the wrong format.' },
  notOneOf: { zh: '只能是：{values}。', en: 'This must be one of: {values}.' },
  invalid: { zh: '内容不对。', en: 'This is not valid.' },
} as const satisfies Texts
