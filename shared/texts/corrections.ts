import type { Texts } from '../languages.ts'

/** The lines of an order that staff put right. */
export const correctionTexts = {
  add: { zh: '加一个商品', en: 'Add a product' },
  takeAway: { zh: '拿掉', en: 'Take away' },
  putBack: { zh: '放回', en: 'Put back' },
} as const satisfies Texts
