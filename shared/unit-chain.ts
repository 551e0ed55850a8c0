import type { Language, Text } from './languages.ts'

/** A larger unit: holds `contains` of the one below, the first of the base unit (条 in 件 in 箱). */
export type Pack = { unit: Text; contains: number; barcode?: string }

/** At most so many packs stand on top of each other. */
export const MOST_PACKS = 4

/** How many base units one of each unit holds, the base unit itself first: whole numbers, so conversion is exact.
 * @example baseUnitsOf([{ unit, contains: 5 }, { unit, contains: 10 }]) // [1, 5, 50] */
export function baseUnitsOf(packs: readonly Pick<Pack, 'contains'>[]): number[] {
  const sizes = [1]
  for (const { contains } of packs) sizes.push((sizes.at(-1) ?? 1) * contains)
  return sizes
}

/** The base quantity of counts by unit, the base unit first.
 * @example baseQuantityOf([{ unit, contains: 50 }], [3, 1]) // 53 */
export function baseQuantityOf(packs: readonly Pick<Pack, 'contains'>[], counts: readonly number[]): number {
  return baseUnitsOf(packs).reduce((sum, size, at) => sum + size * (counts[at] ?? 0), 0)
}

/** A base quantity spread over the units, as many of the largest as fit; the base unit first.
 * @example spreadQuantity([{ unit, contains: 50 }], 53) // [3, 1] */
export function spreadQuantity(packs: readonly Pick<Pack, 'contains'>[], quantity: number): number[] {
  const counts: number[] = []
  let left = quantity
  for (const size of baseUnitsOf(packs).reverse()) {
    counts.unshift(Math.floor(left / size))
    left %= size
  }
  return counts
}

/** A count with its unit. English units are data without a plural, so more than one is said as a multiple.
 * @example countInUnit(3, { zh: '条', en: 'carton' }, 'en') // '3 × carton' */
export function countInUnit(count: number, unit: Text | undefined, language: Language): string {
  const times = language === 'en' && count !== 1 && unit ? ' ×' : ''
  return `${count}${times} ${unit?.[language] ?? ''}`.trimEnd()
}

/** A base quantity as people say it.
 * @example writtenQuantity({ unit, packs }, 53, 'zh') // '1 件 3 条' */
export function writtenQuantity(
  { unit, packs }: { unit: Text; packs: readonly Pack[] },
  quantity: number,
  language: Language,
): string {
  const units = [unit, ...packs.map((pack) => pack.unit)]
  const said = spreadQuantity(packs, quantity).map((count, at) => ({ count, unit: units[at] }))
  const spoken = said.filter(({ count }, at) => count > 0 || (quantity === 0 && at === 0)).reverse()
  return spoken
    .map(({ count, unit: one }) => countInUnit(count, one, language))
    .join(language === 'en' ? ' + ' : ' ')
}
