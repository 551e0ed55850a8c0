import type { Texts } from '../languages.ts'

/** The staff's list of customers. */
export const customerTexts = {
  title: { zh: '客户', en: 'Customers' },
  customer: { zh: '客户', en: 'Customer' },
  code: { zh: '编码', en: 'Code' },
  unit: { zh: '单位', en: 'Unit' },
  grade: { zh: '档位', en: 'Grade' },
  onHold: { zh: '暂停订货', en: 'On hold' },
  orderFor: { zh: '代下单', en: 'Order for it' },
  orders: { zh: '订单', en: 'Orders' },
  ordersOf: { zh: '{shop} 的订单', en: 'Orders of {shop}' },
  orderForShop: { zh: '代 {shop} 下单', en: 'Order for {shop}' },
  none: { zh: '这个单位还没有客户', en: 'This unit has no customers yet' },
  noneHint: { zh: '导入客户之后会出现在这里。', en: 'They appear here once they are imported.' },
} as const satisfies Texts
