import { type Meant, type NameIndex, plainName } from './name-index.ts'
import { isFigure } from './quantity-column.ts'
import { meaningOf } from './read-phrase.ts'
import { isUnitWord } from './unit-words.ts'

/** In which cell a row names its product, and what it means. */
export type NamedCell = { at: number; meant: Meant }

const nothing: Meant = { products: [], isSure: false, by: 'likeness' }

/** Finds the name of a row among its cells, or those of the columns that a heading calls names: a whole code or name first;
 * two cells that mean different products leave it open which. A number is a name only where a code is as long. */
export function nameAmong(
  cells: readonly string[],
  index: NameIndex,
  columns: readonly number[] = [],
): NamedCell {
  const isNamed = (at: number) => columns.length === 0 || columns.includes(at)
  const named = cells.flatMap((cell, at) => (cell !== '' && isNamed(at) ? [{ cell, at }] : []))
  const exact = named.flatMap(({ cell, at }) => {
    const meant = index.exact.get(plainName(cell))
    return meant ? [{ cell, at, meant }] : []
  })
  const words = exact.filter(({ cell, at }) => !isFigure(cell) || columns.includes(at))
  if (words.length > 0) return agreed(words)
  const texts = named.filter(({ cell }) => !isFigure(cell) && !isUnitWord(cell, index.units))
  const joined = index.exact.get(plainName(texts.map(({ cell }) => cell).join('')))
  const [first] = texts
  if (first && joined?.isSure) return { at: first.at, meant: joined }
  const found = texts.map(({ cell, at }) => ({ at, meant: meaningOf(cell, index) }))
  return (
    found.find(({ meant }) => meant.isSure) ??
    exact.find(({ meant }) => meant.isSure) ??
    found.find(({ meant }) => meant.products.length > 0) ?? { at: first?.at ?? -1, meant: nothing }
  )
}

function agreed(words: readonly NamedCell[]): NamedCell {
  const [first] = words
  const common = words.reduce<string[] | undefined>(
    (left, { meant }) =>
      left?.filter((id) => meant.products.some((product) => product === id)) ?? meant.products,
    undefined,
  )
  const sure = words.find(({ meant }) => meant.isSure && meant.products.some((id) => common?.includes(id)))
  if (sure) return sure
  const products = [...new Set(words.flatMap(({ meant }) => meant.products))]
  return { at: first?.at ?? -1, meant: { products, isSure: products.length === 1, by: 'name' } }
}
