import { isUnitWord } from './unit-words.ts'
import { isMoney, plainText, quantityIn, type WrittenQuantity } from './written-numbers.ts'

/** A row of a table whose product was found: its cells, in which one it is named, and what one of it costs. */
export type TableRow = { cells: readonly string[]; name: number; price?: number }

const FEN = 100

/** Where the quantity of all rows may stand: more than one column, or one that is not sure, means that nobody can tell. */
export type QuantityColumns = { columns: number[]; isSure: boolean }

/** Finds the column of the quantity for all rows alike: whole numbers that number no rows; of those the ones with a unit
 * written or standing beside, and those whose product with a price is an amount. */
export function quantityColumns(rows: readonly TableRow[], units: ReadonlySet<string>): QuantityColumns {
  const widest = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const counting = Array.from({ length: widest }, (_, column) => column).filter((column) =>
    rows.some((row) => isCount(row, column, units)),
  )
  const holding = (columns: readonly number[], holds: (row: TableRow, column: number) => boolean) =>
    columns.filter((column) => rows.every((row) => !hasValue(row, column) || holds(row, column)))
  const narrowed = (columns: number[], kept: number[]) => (kept.length > 0 ? kept : columns)
  const free = counting.filter((column) => !isRunning(rows, column))
  if (free.length === 0) return { columns: counting, isSure: rows.length === 1 && counting.length === 1 }
  const withUnit = narrowed(
    free,
    holding(free, (row, column) => hasUnit(row, column, units)),
  )
  const besideUnit = narrowed(
    withUnit,
    holding(withUnit, (row, at) => isBesideUnit(row, at, units)),
  )
  const factors = holding(besideUnit, isFactor)
  const likely = factors.length > 0 ? factors : besideUnit
  const plain = narrowed(likely, holding(likely, isPlain))
  const columns = factors.length > 0 ? unlessPrice(rows, plain) : plain
  const isSure = columns.length === 1 && (factors.length > 0 || holding(columns, isPlain).length > 0)
  return { columns, isSure }
}

/** Of two factors the known price is not the quantity. */
function unlessPrice(rows: readonly TableRow[], factors: number[]): number[] {
  const others = factors.filter((column) =>
    rows.some((row) => hasValue(row, column) && valueAt(row, column) !== (row.price ?? 0) / FEN),
  )
  return others.length > 0 ? others : factors
}

/** The count of a cell, with the unit that is written in it, or stands in a cell of its own beside it or in the unit's
 * column. */
export function quantityAt(
  cells: readonly string[],
  column: number,
  units: ReadonlySet<string>,
  unitColumn?: number,
): WrittenQuantity | undefined {
  const read = quantityIn(cells[column] ?? '')
  if (read === undefined || read.unit !== '') return read
  const places = unitColumn === undefined ? [column + 1, column - 1] : [unitColumn]
  const word = places.map((at) => cells[at] ?? '').find((cell) => isUnitWord(cell, units))
  return { ...read, unit: word ?? '' }
}

/** True for a cell that is a number or money, and names nothing. */
export function isFigure(cell: string): boolean {
  return quantityIn(cell) !== undefined || isMoney(cell) || /^-?\d[\d.,]{0,5}%?$/.test(cell)
}

function isCount({ cells, name }: TableRow, column: number, units: ReadonlySet<string>): boolean {
  const read = column === name ? undefined : quantityIn(cells[column] ?? '')
  if (read === undefined || !(Number.isInteger(read.count) && read.count > 0)) return false
  return read.unit === '' || isUnitWord(read.unit, units)
}

function hasValue(row: TableRow, column: number): boolean {
  return column !== row.name && valueAt(row, column) !== undefined
}

/** True for a number without decimals: `24.00` may well be money. */
function isPlain({ cells }: TableRow, column: number): boolean {
  return !/\.\d/.test(cells[column] ?? '')
}

/** Rows numbered one after another before the name, or a single one called 1. */
function isRunning(rows: readonly TableRow[], column: number): boolean {
  const numbers = rows.map((row) => (column < row.name ? valueAt(row, column) : undefined))
  const [first] = numbers
  const isInLine = numbers.every((number, at) => number !== undefined && number === (first ?? 0) + at)
  return isInLine && (rows.length > 1 || first === 1)
}

function hasUnit({ cells }: TableRow, column: number, units: ReadonlySet<string>): boolean {
  const unit = quantityIn(cells[column] ?? '')?.unit ?? ''
  return unit !== '' && isUnitWord(unit, units)
}

function isBesideUnit({ cells }: TableRow, column: number, units: ReadonlySet<string>): boolean {
  return [column - 1, column + 1].some((at) => isUnitWord(cells[at] ?? '', units))
}

/** True when the row says what so many cost: a price and, behind both, the amount. */
function isFactor(row: TableRow, column: number): boolean {
  const count = valueAt(row, column) ?? 0
  const figures = row.cells.map((_, at) => (at === row.name ? undefined : valueAt(row, at)))
  return figures.some(
    (price, at) =>
      at !== column &&
      price !== undefined &&
      figures.some((amount, behind) => behind > Math.max(at, column) && isSame(amount, count * price)),
  )
}

function isSame(amount: number | undefined, product: number): boolean {
  return amount !== undefined && Math.abs(amount - product) < 1 / FEN
}

function valueAt({ cells }: TableRow, column: number): number | undefined {
  const plain = plainText(cells[column] ?? '')
  if (isMoney(plain)) return Number(plain.replace(/[^\d.]/g, '')) || undefined
  return quantityIn(plain)?.count
}
