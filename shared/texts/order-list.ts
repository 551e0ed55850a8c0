import type { Texts } from '../languages.ts'

/** The list of orders of staff: what it may be narrowed to. */
export const orderListTexts = {
  corrected: { zh: '更正过的', en: 'Corrected by staff' },
  anyState: { zh: '全部状态', en: 'Any state' },
  who: { zh: '谁下的单', en: 'Placed by' },
  anyone: { zh: '不限', en: 'Anyone' },
  byShop: { zh: '客户自己', en: 'The customer' },
  byStaff: { zh: '公司代下', en: 'Staff, on behalf' },
  noneFits: { zh: '没有符合条件的订单。', en: 'No order fits.' },
} as const satisfies Texts
