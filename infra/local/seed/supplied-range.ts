// Brands, packs and price bands of the supplied preset, as tables.
import type { Name } from './demonstration-company.ts'
import type { Tone } from './product-colours.ts'

export const PACK_CATEGORIES: { code: string; name: Name }[] = [
  { code: 'hard-pack', name: { zh: '硬盒', en: 'Hard pack' } },
  { code: 'soft-pack', name: { zh: '软包', en: 'Soft pack' } },
  { code: 'slim-pack', name: { zh: '细支', en: 'Slim' } },
  { code: 'medium-pack', name: { zh: '中支', en: 'Medium' } },
]

/** Wholesale yuan a carton, low end included, high end not: 价位段 of the trade, dearest first. */
export const PRICE_BANDS: readonly { low: number; high: number }[] = [
  { low: 600, high: 980 },
  { low: 400, high: 600 },
  { low: 290, high: 400 },
  { low: 263, high: 290 },
  { low: 220, high: 263 },
  { low: 180, high: 220 },
  { low: 158, high: 180 },
  { low: 130, high: 158 },
  { low: 109, high: 130 },
  { low: 48, high: 109 },
]

/** How many of the products lie in each price band. */
export const PRODUCTS_IN_BAND = [6, 9, 12, 9, 12, 14, 15, 16, 14, 13]
export type Brand = {
  zh: string
  en: string
  code: string
  tone: Tone
  others: [Tone, Tone, Tone, Tone]
  tier: number
}
// Every brand is invented; `tier` 0 is dear, 1 is cheap.
export const BRANDS: Brand[] = [
  {
    zh: '云岭',
    en: 'Cloud Ridge',
    code: 'YL',
    tone: 'red',
    others: ['red', 'gold', 'silver', 'blue'],
    tier: 0.5,
  },
  {
    zh: '江南春',
    en: 'Jiangnan Spring',
    code: 'JN',
    tone: 'gold',
    others: ['green', 'teal', 'purple', 'red'],
    tier: 0.2,
  },
  {
    zh: '松风',
    en: 'Pine Wind',
    code: 'SF',
    tone: 'teal',
    others: ['green', 'silver', 'gold', 'black'],
    tier: 0.8,
  },
  {
    zh: '海潮',
    en: 'Sea Tide',
    code: 'HC',
    tone: 'blue',
    others: ['silver', 'teal', 'gold', 'red'],
    tier: 0.45,
  },
  {
    zh: '银杏',
    en: 'Ginkgo',
    code: 'YX',
    tone: 'silver',
    others: ['gold', 'orange', 'green', 'blue'],
    tier: 0.75,
  },
  {
    zh: '墨池',
    en: 'Ink Pool',
    code: 'MC',
    tone: 'black',
    others: ['gold', 'red', 'silver', 'teal'],
    tier: 0.05,
  },
  {
    zh: '竹溪',
    en: 'Bamboo Brook',
    code: 'ZX',
    tone: 'green',
    others: ['teal', 'gold', 'silver', 'red'],
    tier: 0.7,
  },
  {
    zh: '紫云',
    en: 'Violet Cloud',
    code: 'ZY',
    tone: 'purple',
    others: ['gold', 'silver', 'blue', 'red'],
    tier: 0.35,
  },
  {
    zh: '橘洲',
    en: 'Orange Isle',
    code: 'JZ',
    tone: 'orange',
    others: ['red', 'gold', 'green', 'blue'],
    tier: 0.9,
  },
  {
    zh: '听泉',
    en: 'Quiet Spring',
    code: 'TQ',
    tone: 'teal',
    others: ['blue', 'silver', 'gold', 'green'],
    tier: 0.4,
  },
  {
    zh: '远舟',
    en: 'Far Sail',
    code: 'YZ',
    tone: 'blue',
    others: ['red', 'black', 'silver', 'gold'],
    tier: 0.3,
  },
  {
    zh: '秋禾',
    en: 'Autumn Grain',
    code: 'QH',
    tone: 'gold',
    others: ['orange', 'red', 'green', 'silver'],
    tier: 0.85,
  },
  {
    zh: '归雁',
    en: 'Homing Geese',
    code: 'GY',
    tone: 'silver',
    others: ['blue', 'black', 'purple', 'gold'],
    tier: 0.55,
  },
  {
    zh: '青崖',
    en: 'Green Cliff',
    code: 'QY',
    tone: 'green',
    others: ['black', 'teal', 'gold', 'blue'],
    tier: 0.15,
  },
  {
    zh: '晓渡',
    en: 'Dawn Ferry',
    code: 'XD',
    tone: 'orange',
    others: ['purple', 'blue', 'red', 'teal'],
    tier: 0.6,
  },
]

export const PACKS = [
  { category: 'hard-pack', zh: '硬', en: 'hard' },
  { category: 'soft-pack', zh: '软', en: 'soft' },
  { category: 'slim-pack', zh: '细支', en: 'slim' },
  { category: 'medium-pack', zh: '中支', en: 'medium' },
] as const

// The products that the project's drawings show, with the same codes and prices and about the same limits.
export const DRAWN: Record<string, { code: string; yuan: number; release?: number }> = {
  '云岭（硬红）': { code: 'YL-2031', yuan: 128, release: 777 },
  '江南春（细支）': { code: 'JN-1107', yuan: 230, release: 560 },
  '松风（软）': { code: 'SF-0412', yuan: 85 },
  '海潮（中支）': { code: 'HC-3305', yuan: 168, release: 1120 },
  '银杏（硬）': { code: 'YX-0908', yuan: 96 },
  '墨池（硬）': { code: 'MC-7710', yuan: 320, release: 330 },
  '竹溪（细支）': { code: 'ZX-2204', yuan: 110 },
  '紫云（硬）': { code: 'ZY-1180', yuan: 200, release: 60 },
  '橘洲（软）': { code: 'JZ-5501', yuan: 72 },
}
