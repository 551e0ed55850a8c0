import type { Texts } from '../languages.ts'

/** What is released for a cycle, limit by limit. */
export const limitTexts = {
  title: { zh: '限量', en: 'Limits' },
  see: { zh: '查看即将开放的周期', en: 'Of the coming cycle' },
  cycle: { zh: '订货周期', en: 'Order cycle' },
  noCycle: { zh: '这个批次没有即将开放的订货周期。', en: 'No order cycle of its batch is coming.' },
  nothing: {
    zh: '这个周期还没有发布限量：都可以不限量订。',
    en: 'Nothing is released for this cycle yet: nothing is limited.',
  },
  noneFound: { zh: '没有找到这样的限量。', en: 'No limit is found.' },
  sameForGrade: {
    zh: '{grade} 档的 {shops} 家店限量都一样 · 第 {version} 版，{time} 发布',
    en: 'The same for all {shops} {shops|shop|shops} of grade {grade} · version {version}, released {time}',
  },
  aShop: { zh: '每户 {quantity}', en: '{quantity} a shop' },
  doubled: { zh: '两周一访，加倍为 {quantity}', en: 'twice of it, {quantity}, called on every other week' },
  left: { zh: '先到先得，还剩 {quantity}', en: '{quantity} left, first come' },
  inBand: { zh: '价位段 {band}：合计 {cap}', en: 'Band {band}: {cap} in all' },
  change: { zh: '改限量', en: 'Change' },
  changeOf: { zh: '{name}：改限量', en: 'Change the limit of {name}' },
  add: { zh: '给一个商品加限量', en: 'Limit another product' },
  quantity: { zh: '{grade} 档每户限量', en: 'Limit a shop of grade {grade}' },
  holdsForGrade: {
    zh: '对 {grade} 档的所有店都有效，不只这一家；别的档位不变。',
    en: 'It holds for every shop of grade {grade}, not for this one alone; other grades stay.',
  },
  newGrade: {
    zh: '以前没有限量的商品，加了以后没有写到的档位就是 0。',
    en: 'Of a product that had no limit, grades that are not named may take nothing from then on.',
  },
  bandNamed: {
    zh: '价位段 {band} 的合计 {cap} 是单独定的，不跟着变。要改它，请导入限量文件。',
    en: 'The cap of band {band}, {cap}, was named by itself and stays. To change it, import a file of limits.',
  },
  bandFollows: {
    zh: '价位段 {band} 的合计（现在 {cap}）按新限量重新计算：各限量之和除以 1.3。',
    en: 'The cap of band {band}, {cap} now, is worked out anew: the limits together divided by 1.3.',
  },
  history: { zh: '限量的改动记录', en: 'History of the limits' },
  ofProduct: { zh: '查一个商品的限量', en: 'Limits of a product' },
  inFile: {
    zh: '用文件导入这个周期的限量，cycle 一列写 {cycle}',
    en: 'In a file of limits, this cycle is {cycle} in the column “cycle”',
  },
  bring: { zh: '导入限量', en: 'Import limits' },
  ofGrade: { zh: '{grade} 档', en: 'Grade {grade}' },
  noLimit: { zh: '{name} 在这个周期不限量。', en: '{name} has no limit in this cycle.' },
} as const satisfies Texts
