import type { Texts } from '../languages.ts'

/** What the order page says in parts that load when they are needed: rows to mend, and dialogs. */
export const orderMendTexts = {
  useInstead: { zh: '改为 {quantity}', en: 'Make it {quantity}' },
  settleFor: { zh: '改为 {quantity}，记下想要 {wanted}', en: 'Make it {quantity}, {wanted} wanted' },
  close: { zh: '关闭', en: 'Close' },
} as const satisfies Texts
