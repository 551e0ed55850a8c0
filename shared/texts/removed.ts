import type { Texts } from '../languages.ts'

/** Where the histories of what was deleted are found. */
export const removedTexts = {
  lists: { zh: '删掉的清单', en: 'Deleted lists' },
  listOn: { zh: '{time} 删除', en: 'deleted {time}' },
  noLists: { zh: '没有删掉过清单。', en: 'No list was ever deleted.' },
  prices: { zh: '删掉的价格', en: 'Prices taken away' },
  noPrices: { zh: '没有删掉过价格。', en: 'No price was ever taken away.' },
  goneProduct: { zh: '已不存在的商品', en: 'A product that is gone' },
  contacts: { zh: '以前的联系人', en: 'Former contacts' },
  contactOn: { zh: '{time} 去掉', en: 'taken away {time}' },
  noContacts: { zh: '没有以前的联系人。', en: 'There are no former contacts.' },
} as const satisfies Texts
