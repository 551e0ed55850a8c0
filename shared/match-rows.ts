import type { ProductId } from './ids.ts'
import type { NameIndex } from './name-index.ts'
import type { WrittenRow } from './quantity-lines.ts'
import { readTable } from './read-table.ts'
import { joined, type MatchedProduct, type RowVerdict, verdictOf, withinOneOrder } from './row-verdicts.ts'

/** What a person decided for rows, by their number: which product is meant, and how much of it; and for all rows, which
 * column holds the quantity. */
export type RowChoices = {
  products: ReadonlyMap<number, ProductId>
  quantities: ReadonlyMap<number, number>
  column?: number
}

const noChoices: RowChoices = { products: new Map(), quantities: new Map() }

/** Finds the product and the quantity of each row, in one way for what is pasted and for files. Headings, sums and chatter
 * are passed over; a product that stands in several rows is summed in the first of them. */
export function matchRows(
  rows: readonly WrittenRow[],
  index: NameIndex,
  products: ReadonlyMap<ProductId, MatchedProduct>,
  choices: RowChoices = noChoices,
): RowVerdict[] {
  const verdicts = readTable(rows, index, products, choices).map((read) =>
    verdictOf(read, products, choices.quantities.get(read.row)),
  )
  return withinOneOrder(joined(verdicts, products, choices.quantities))
}

/** What the rows come to: each product once, the rows that are not clear left out. */
export function linesOfRows(
  verdicts: readonly RowVerdict[],
): Array<{ productId: ProductId; quantity: number; wanted?: number }> {
  return verdicts.flatMap(({ kind, productId, quantity, joins, wanted }) =>
    kind === 'matched' && productId && quantity !== undefined && joins === undefined
      ? [{ productId, quantity, ...(wanted && { wanted }) }]
      : [],
  )
}
