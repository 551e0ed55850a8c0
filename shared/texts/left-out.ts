import type { Texts } from '../languages.ts'

/** In a word or two, why a line of a standing draft was left out; by the problem's code. */
export const leftOutTexts = {
  'orders.product_unavailable': { zh: '现在不能订', en: 'not available now' },
  'orders.quantity_off_multiple': { zh: '不合起订量或倍数', en: 'not in whole steps' },
  'orders.over_limit': { zh: '超过限量', en: 'over the limit' },
  'orders.over_band': { zh: '超过价位段', en: 'over the price band' },
  'orders.supply_short': { zh: '货不够', en: 'not enough left' },
} as const satisfies Texts
