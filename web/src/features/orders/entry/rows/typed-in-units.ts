import { baseUnitsOf } from '#shared/unit-chain'
import type { SheetItem } from '../sheet-items.ts'

/** A count with a larger unit behind it becomes the base quantity as soon as the unit is whole; anything else stays.
 * @example typedInUnits(item, '2件') // '100' when a 件 holds 50 */
export function typedInUnits({ unit, packs = [] }: Pick<SheetItem, 'unit' | 'packs'>, text: string): string {
  const [, count = '', word = ''] = /^\s*(\d{1,6})\s*(\p{L}+)$/u.exec(text) ?? []
  if (word === '') return text
  const said = word.toLowerCase()
  const units = [unit, ...packs.map((pack) => pack.unit)]
  const at = units.findIndex(({ zh, en }) => zh === word || en.toLowerCase() === said)
  const size = baseUnitsOf(packs)[at]
  return size === undefined ? text : String(Number(count) * size)
}
