import type { Texts } from '../languages.ts'

/** Orders counted: by day on the home page of staff, by unit there and in the calendar. */
export const tallyTexts = {
  show: { zh: '看近七天的订单', en: 'Show the orders of the last seven days' },
  lately: { zh: '近七天的订单', en: 'Orders of the last seven days' },
  ofCycle: { zh: '这一期的订单', en: 'Orders of this cycle' },
  sum: { zh: '{orders} 单，合计 {total}', en: '{orders} {orders|order|orders}, {total} in total' },
  before: { zh: ' · 前七天 {orders} 单', en: ' · {orders} in the seven days before' },
  none: { zh: '还没有订单。', en: 'There are no orders yet.' },
  byDay: { zh: '每天几单', en: 'Orders each day' },
  byUnit: { zh: '各单位', en: 'By unit' },
  thisWeek: { zh: '近七天', en: 'Last seven days' },
  weekBefore: { zh: '前七天', en: 'Seven days before' },
  numbers: { zh: '看数字', en: 'Show the numbers' },
  day: { zh: '日期', en: 'Day' },
  unit: { zh: '单位', en: 'Unit' },
  orders: { zh: '单数', en: 'Orders' },
  total: { zh: '合计', en: 'Total' },
  today: { zh: '今天', en: 'Today' },
  source: {
    zh: '数自您能看到的订单，不含取消和失效的，截至 {time}。',
    en: 'Counted from the orders you may see, without cancelled and lapsed ones, as of {time}.',
  },
} satisfies Texts
