import type { Texts } from '../languages.ts'

/** What is written on an order as a whole. */
export const orderDetailTexts = {
  title: { zh: '单号、备注、送到哪', en: 'Number, note and address' },
  ownNumber: { zh: '本店自己的单号', en: 'Your own order number' },
  note: { zh: '备注', en: 'Note' },
  address: { zh: '送到', en: 'Deliver to' },
  main: { zh: '（主地址）', en: '(main address)' },
  noAddress: { zh: '还没有登记送货地址。', en: 'No delivery address is on record yet.' },
  keep: { zh: '好了', en: 'Done' },
} as const satisfies Texts
