import type { Texts } from '../languages.ts'

/** The rows of a price list as a list: which are found, and what is done to many at once. */
export const priceListTexts = {
  noneFits: { zh: '没有符合条件的价格。', en: 'No price fits.' },
  end: { zh: '定截止日期', en: 'End on a date' },
  endTitle: {
    zh: '选中的 {count} 条价格到哪天为止',
    en: 'Until when {count} {count|price holds|prices hold}',
  },
  endHint: {
    zh: '下次发布以后，客户才会看到。',
    en: 'Customers see it from the next publication on.',
  },
  endsBefore: {
    zh: '在那天以前就截止了，没有改动',
    en: 'ends before that day already and was left as it is',
  },
  beginsLater: {
    zh: '那天还没开始生效；不要了可以打开它删除',
    en: 'does not hold before that day: open and remove it if it is not wanted',
  },
} as const satisfies Texts
