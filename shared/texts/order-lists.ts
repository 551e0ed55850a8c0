import type { Texts } from '../languages.ts'

/** The lists of a shop. */
export const orderListTexts = {
  title: { zh: '常订清单', en: 'Lists to order from' },
  none: {
    zh: '还没有清单。把现在填的存成一个，或在商品里点收藏。',
    en: 'There are no lists yet. Keep what is entered as one, or add products to your favourites.',
  },
  keepAs: {
    zh: '把现在填的 {count} 行存成清单',
    en: 'Keep the {count} {count|line|lines} entered as a list',
  },
  name: { zh: '清单名字', en: 'Name of the list' },
  keep: { zh: '存下', en: 'Keep' },
  keepOver: { zh: '换成现在填的', en: 'Put in what is entered' },
  lines: { zh: '{count} 个品规', en: '{count} {count|product|products}' },
  add: { zh: '加进去', en: 'Add to the order' },
  instead: { zh: '换掉现在填的', en: 'Replace what is entered' },
  more: { zh: '改名、复制、删除……', en: 'Rename, duplicate, delete…' },
  rename: { zh: '改名', en: 'Rename' },
  double: { zh: '复制', en: 'Duplicate' },
  copyOf: { zh: '{name}（副本）', en: '{name} (copy)' },
  remove: { zh: '删除', en: 'Delete' },
  removeNow: { zh: '删掉“{name}”', en: 'Delete “{name}”' },
  goneProduct: { zh: '已不存在的商品', en: 'A product that is gone' },
  keepIt: { zh: '留着', en: 'Keep it' },
} as const satisfies Texts
