import { isTakenBack, senderIn, summedIn, withoutCourtesy } from './chatter.ts'
import type { ProductId } from './ids.ts'
import { type NameIndex, plainName } from './name-index.ts'
import {
  isFigure,
  type QuantityColumns,
  quantityAt,
  quantityColumns,
  type TableRow,
} from './quantity-column.ts'
import type { WrittenRow } from './quantity-lines.ts'
import { readPhrase, readPhrases } from './read-phrase.ts'
import { type Columns, columnsOf, isHeading } from './row-heading.ts'
import { type NamedCell, nameAmong } from './row-name.ts'
import type { MatchedProduct, ReadRow } from './row-verdicts.ts'
import { quantityIn } from './written-numbers.ts'

type Numbered = WrittenRow & { row: number }
type Choices = { products: ReadonlyMap<number, ProductId>; column?: number }
type Products = ReadonlyMap<ProductId, MatchedProduct>

const FIRST_ROWS = 10

/** Understands the rows of a table or a chat. A heading, what stands above it, sums and chatter are passed over; the quantity
 * stands in one column for all rows, the one that the heading names or a person chose, else the one that fits them all. */
export function readTable(
  rows: readonly WrittenRow[],
  index: NameIndex,
  products: Products,
  choices: Choices,
): ReadRow[] {
  const headAt = rows
    .slice(0, FIRST_ROWS)
    .findIndex(({ cells }, at) => !!columnsOf(cells, index.units) && (at === 0 || isHeading(cells, 2)))
  const columns = columnsOf(rows[headAt]?.cells ?? [], index.units)
  const numbered = rows.map((row, at) => ({ ...row, row: at + 1 }))
  const said = numbered.slice(headAt + 1).filter((row) => !isPassed(row, index))
  const tables = said
    .filter(isTable)
    .map((row) => ({ ...row, named: nameAmong(row.cells, index, columns?.names) }))
  const places = placesOf(tables, index, products, choices, columns)
  const named = new Map(tables.map((row) => [row.row, row.named]))
  let cut = 0
  return said.flatMap((row): ReadRow[] => {
    const at = named.get(row.row)
    const read = at ? [readCells(row, at, index, places, columns)] : readChat(row, index)
    const first = row.row + cut
    cut += read.length - 1
    return read.map((one, piece) => withChoice({ ...one, row: first + piece }, choices))
  })
}

function isTable({ cells, chat }: WrittenRow): boolean {
  return !chat && cells.filter((cell) => cell !== '').length > 1
}

/** True for rows that name nothing: empty ones, sums, greetings, and who wrote at what time. */
function isPassed({ cells }: WrittenRow, index: NameIndex): boolean {
  const filled = cells.filter((cell) => cell !== '')
  const [first = ''] = filled
  if (index.exact.has(plainName(first))) return false
  const summed = summedIn(first)
  if (summed !== undefined && readPhrase(summed, index).meant.products.length === 0)
    return nameAmong(filled.slice(1), index).meant.products.length === 0
  if (filled.length > 1) return false
  const sender = senderIn(first)
  if (sender !== undefined) return readPhrase(sender, index).meant.products.length === 0
  return withoutCourtesy(first) === ''
}

function placesOf(
  tables: ReadonlyArray<Numbered & { named: NamedCell }>,
  index: NameIndex,
  products: Products,
  choices: Choices,
  columns: Columns | undefined,
): QuantityColumns {
  const told = choices.column ?? columns?.quantity
  if (told !== undefined) return { columns: [told], isSure: true }
  const rows = tables.flatMap(({ cells, row, named: { at, meant } }): TableRow[] => {
    const chosen = choices.products.get(row) ?? (meant.isSure ? meant.products[0] : undefined)
    const price = chosen && products.get(chosen)?.price
    return chosen ? [{ cells, name: at, ...(price !== undefined && { price }) }] : []
  })
  return quantityColumns(rows, index.units)
}

function readCells(
  { row, text, cells }: Numbered,
  { at, meant }: NamedCell,
  index: NameIndex,
  { columns, isSure }: QuantityColumns,
  head: Columns | undefined,
): ReadRow {
  const numberAt = (column: number) => {
    const read = quantityAt(cells, column, index.units, head?.unitColumn)
    return read && { ...read, unit: read.unit || (head?.unit ?? ''), column }
  }
  const found = columns.filter((column) => column !== at).flatMap((column) => numberAt(column) ?? [])
  const [only] = found
  if (isSure && only && !cells.some(isTakenBack)) return { row, text, meant, quantity: only }
  if (found.length > 0) return { row, text, meant, numbers: found }
  if (head?.quantity !== undefined) return { row, text, meant }
  const figures = cells.flatMap((cell, column) => (column !== at && isFigure(cell) ? [column] : []))
  const filled = cells.filter((cell) => cell !== '').length
  const [alone] = figures
  if (filled === 2 && alone !== undefined) {
    const read = numberAt(alone)
    return { row, text, meant, ...(read && { quantity: read }) }
  }
  const inName = readPhrase(cells[at] ?? '', index)
  return figures.length > 0 ? { row, text, meant } : { ...inName, ...(meant.isSure && { meant }), row, text }
}

/** A row of a chat: its first cell names the product, the second, if any, is the quantity. */
function readChat({ row, cells, text, each }: Numbered, index: NameIndex): ReadRow[] {
  const [name = '', counted] = cells.filter((cell) => cell !== '')
  if (counted === undefined) return readPhrases(name, index, each).map((read) => ({ ...read, row }))
  const quantity = quantityIn(counted)
  const { meant, quantity: other } = readPhrase(name, index)
  // A code of digits alone may just as well be the name once more.
  if (quantity && !other && index.exact.has(plainName(counted)))
    return [{ row, text, meant, numbers: [quantity] }]
  if (!quantity || !other) return [{ row, text, meant, ...(quantity && { quantity }) }]
  return [{ row, text, meant, numbers: [other, quantity] }]
}

/** What a person chose is meant for sure. */
function withChoice(read: ReadRow, { products }: Choices): ReadRow {
  const chosen = products.get(read.row)
  return chosen ? { ...read, meant: { products: [chosen], isSure: true, by: 'name' } } : read
}
