import type { Texts } from '../languages.ts'

/** What the order page says of the order minimum before it is reached. */
export const orderMinimumTexts = {
  least: { zh: '起订额 {amount}', en: 'Order minimum {amount}' },
  missing: { zh: '还差 {amount} 可下单', en: '{amount} more to order' },
  reached: { zh: '已够起订额 {amount}', en: 'Order minimum {amount} reached' },
} as const satisfies Texts
