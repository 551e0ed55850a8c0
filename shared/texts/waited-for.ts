import type { Texts } from '../languages.ts'

/** Who has ordered in an open cycle, and the shops that have not. */
export const waitedForTexts = {
  title: { zh: '还没订货的店铺', en: 'Shops without an order' },
  progress: { zh: '订货进度', en: 'Orders so far' },
  ordered: { zh: '已订 {ordered} / {due} 家', en: '{ordered} of {due} have ordered' },
  left: { zh: '还差 {count} 家', en: '{count} {count|shop|shops} to go' },
  allIn: { zh: '都订了', en: 'All in' },
  see: { zh: '看还没订的', en: 'See who has not' },
  byUnit: { zh: '按单位看', en: 'By unit' },
  unit: { zh: '单位', en: 'Unit' },
  orderedColumn: { zh: '已订', en: 'Ordered' },
  leftColumn: { zh: '还没订', en: 'Not yet' },
  shop: { zh: '店铺', en: 'Shop' },
  who: { zh: '看哪些', en: 'Which ones' },
  findHint: { zh: '店名、拼音、编码、客户号', en: 'Name, pinyin, code, number' },
  noCycle: { zh: '现在没有开放的订货窗口', en: 'No order window is open now' },
  noCycleHint: {
    zh: '窗口开放以后，这里列出自己单位里还没订货的店铺。',
    en: 'Once one opens, the shops of your units that have not ordered are listed here.',
  },
  nobody: { zh: '都订了，没有要联系的店铺', en: 'All have ordered: nobody to call' },
  noneFits: { zh: '没有符合条件的店铺。', en: 'No shop fits.' },
  phone: { zh: '电话', en: 'Phone' },
  onHold: { zh: '暂停订货', en: 'On hold' },
  standing: { zh: '截单时自动下单', en: 'Orders by itself at the close' },
  anyDraft: { zh: '全部', en: 'All' },
  withStanding: { zh: '会自动下单的', en: 'Those that order by themselves' },
  withoutStanding: { zh: '要联系的', en: 'Those to call' },
  yes: { zh: '是', en: 'Yes' },
  lastOrdered: { zh: '最近下单', en: 'Last ordered' },
  never: { zh: '还没下过单', en: 'Never' },
} as const satisfies Texts
