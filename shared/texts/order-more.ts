import type { Texts } from '../languages.ts'

/** What is opened within a row of the order page. */
export const orderMoreTexts = {
  code: { zh: '编码、条码', en: 'Code, barcode' },
  past: { zh: '最近几期', en: 'Last cycles' },
  never: { zh: '没订过', en: 'Never ordered' },
  prices: { zh: '阶梯价', en: 'Prices by quantity' },
  why: {
    zh: '本周期给 {grade} 档每户 {limit}，{shops} 家同档同量；第 {version} 版，{time} 公布。',
    en: 'Grade {grade} gets {limit} a shop this cycle, as do {shops} shops of the same grade; version {version}, published {time}.',
  },
  whyDoubled: {
    zh: '两周一访，加倍给 {grade} 档每户 {limit}，{shops} 家同档；第 {version} 版，{time} 公布。',
    en: 'Called on every other week, grade {grade} gets twice as much: {limit} a shop, {shops} shops of the same grade; version {version}, published {time}.',
  },
  usedElsewhere: {
    zh: '别的订单已用 {used}，还剩 {left}。',
    en: '{used} used by other orders, {left} left.',
  },
  free: { zh: '不限量。', en: 'There is no limit.' },
  firstCome: {
    zh: '先到先得，现在还剩 {remaining}。',
    en: 'First come, first served: {remaining} left now.',
  },
  band: {
    zh: '属于“{band}”价位段：段内合计最多 {cap}，别处已用 {used}。',
    en: 'In price band “{band}”: {cap} in all, {used} used elsewhere.',
  },
  steps: { zh: '起订 {minimum}，每次加 {multiple}。', en: 'At least {minimum}, in steps of {multiple}.' },
  byUnits: { zh: '按件数填', en: 'Enter by larger units' },
  wanted: { zh: '其实想要', en: 'Would take' },
  wantedHint: { zh: '只作记录，不影响订单', en: 'On record only; the order stays as it is' },
  stock: { zh: '店里还有', en: 'Still in the shop' },
  stockHint: { zh: '填了以后，建议量会扣掉', en: 'Suggestions take it into account' },
  stockAt: { zh: '{time} 填', en: 'Entered {time}' },
  note: { zh: '这一行的备注', en: 'Note for this line' },
  star: { zh: '收藏', en: 'Add to favourites' },
  unstar: { zh: '取消收藏', en: 'Remove from favourites' },
  instead: { zh: '可以换成', en: 'You could take instead' },
  putInstead: { zh: '换成这个', en: 'Take this one' },
  noSubstitutes: { zh: '现在没有合适的替代品。', en: 'There is nothing suitable to take instead just now.' },
} as const satisfies Texts
