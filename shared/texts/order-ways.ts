import type { Texts } from '../languages.ts'

/** Filling many rows of the order page at once; loaded behind the page. */
export const orderWayTexts = {
  suggest: { zh: '填入建议量', en: 'Fill in suggestions' },
  asLast: { zh: '照上次', en: 'As last time' },
  lists: { zh: '清单', en: 'Lists' },
  detailsShort: { zh: '单号、备注', en: 'Number, note' },
  print: { zh: '打印', en: 'Print' },
  clear: { zh: '清空', en: 'Clear' },
} as const satisfies Texts
