import type { Texts } from '../languages.ts'

/** What shops wanted in a cycle against what they got. */
export const demandTexts = {
  title: { zh: '需求与订到', en: 'Wanted against got' },
  see: { zh: '看需求与断货', en: 'See wanted against got' },
  sum: {
    zh: '{orders} 单里记下 {records} 条需求，{stockOuts} 条一点没订到：公司断货率 {rate}。',
    en: '{orders} {orders|order|orders} with {records} recorded {records|need|needs}, {stockOuts} of them with nothing got: a company stock-out rate of {rate}.',
  },
  formula: {
    zh: '断货率 = 有需求而订单为 0 的记录 ÷ 有需求的记录。一条记录是一家店对一个商品的需求；不含取消和失效的订单，数至 {time}。',
    en: 'Stock-out rate = records with a need and nothing ordered ÷ records with a need. A record is what one shop wants of one product; cancelled and lapsed orders are left out. As of {time}.',
  },
  none: { zh: '这一期还没有记下的需求', en: 'Nothing is on record for this cycle yet' },
  noneHint: {
    zh: '店铺下单以后，这里按商品列出想要多少、订到多少。',
    en: 'Once shops order, what they wanted and what they got is listed here by product.',
  },
  openedOnLast: {
    zh: '最近截止的一期没有订单，这里是最近有订单的一期。',
    en: 'The cycle that closed last has no orders; this is the last one that has some.',
  },
  seeLast: { zh: '看最近有订单的：{cycle}', en: 'See the last one with orders: {cycle}' },
  noneFits: { zh: '没有符合条件的商品。', en: 'No product fits.' },
  findHint: { zh: '名称、拼音、编码', en: 'Name, pinyin, code' },
  which: { zh: '看哪些', en: 'Which ones' },
  all: { zh: '全部商品', en: 'All products' },
  shortOnly: { zh: '没订够的', en: 'Those in short supply' },
  sort: { zh: '排序', en: 'In order of' },
  product: { zh: '商品', en: 'Product' },
  code: { zh: '编码', en: 'Code' },
  shops: { zh: '想要的店铺', en: 'Shops that wanted it' },
  wanted: { zh: '需求', en: 'Wanted' },
  got: { zh: '订到', en: 'Got' },
  unmet: { zh: '没订到', en: 'Unmet' },
  stockOuts: { zh: '断货店铺', en: 'Shops that got none' },
  rate: { zh: '断货率', en: 'Stock-out rate' },
  ratePercent: { zh: '断货率（%）', en: 'Stock-out rate (%)' },
  byUnit: { zh: '各单位的断货率', en: 'Stock-out rate by unit' },
  worst: { zh: '断货率最高的商品', en: 'Products with the highest stock-out rates' },
  unit: { zh: '单位', en: 'Unit' },
  records: { zh: '需求记录', en: 'Recorded needs' },
  withNone: { zh: '没订到', en: 'Got none' },
  noCycle: { zh: '还没有订货周期', en: 'There is no order cycle yet' },
} as const satisfies Texts
