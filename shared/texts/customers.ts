import type { Texts } from '../languages.ts'

/** Customers as staff see them. */
export const customerTexts = {
  title: { zh: '客户', en: 'Customers' },
  name: { zh: '店名', en: 'Name' },
  number: { zh: '客户号', en: 'Number' },
  code: { zh: '编码', en: 'Code' },
  unit: { zh: '单位', en: 'Unit' },
  grade: { zh: '档位', en: 'Grade' },
  onHold: { zh: '暂停订货', en: 'On hold' },
  order: { zh: '代下单', en: 'Order for it' },
  orders: { zh: '订单', en: 'Orders' },
  none: { zh: '这里还没有客户。', en: 'There are no customers here yet.' },
  noneHint: { zh: '导入客户以后，会出现在这里。', en: 'They appear here once they are imported.' },
} as const satisfies Texts
