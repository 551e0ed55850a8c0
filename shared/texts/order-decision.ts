import type { Texts } from '../languages.ts'

/** By what limits an order was judged, on its page. */
export const orderDecisionTexts = {
  title: { zh: '限量是怎么来的', en: 'Where the limits came from' },
  byGrade: {
    zh: '按 {grade} 档，{shops} 家同档同量；限量第 {version} 版，{time} 公布。',
    en: 'For grade {grade}, the same for {shops} shops; version {version} of the limits, published {time}.',
  },
  byRelease: {
    zh: '限量第 {version} 版，{time} 公布，{shops} 家同量。',
    en: 'Version {version} of the limits, published {time}, the same for {shops} shops.',
  },
  line: { zh: '{name}：限 {limit}，订了 {quantity}', en: '{name}: limit {limit}, ordered {quantity}' },
  doubled: { zh: '隔周一次，按两倍给', en: 'twice as much, for the shop is called on every other week' },
  band: { zh: '同价位段合计不超过 {cap}', en: 'its price band at most {cap} in all' },
  none: { zh: '这张订单里没有按档限量的品规。', en: 'No product of this order is limited by grade.' },
} as const satisfies Texts
