import type { Texts } from '../languages.ts'

/** The publications of the catalogue that were. */
export const publicationTexts = {
  title: { zh: '发布记录', en: 'Publications so far' },
  number: { zh: '第几次', en: 'Publication' },
  offered: { zh: '商品数', en: 'Products in it' },
  lists: { zh: '价目表', en: 'Price lists' },
  lookedAt: { zh: '发布的就是预览里看过的改动', en: 'Exactly what the preview had shown' },
  unseen: { zh: '没有预览就发布', en: 'Published without a preview' },
  comes: { zh: '新商品', en: 'New' },
  goes: { zh: '不再有', en: 'Gone' },
  sameAgain: { zh: '这一次没有改动。', en: 'Nothing changed with it.' },
} as const satisfies Texts
