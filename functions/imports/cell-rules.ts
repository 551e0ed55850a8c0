import type { Text } from '#shared/languages'
import { type MinorUnits, minorText, parseMoney } from '#shared/money'
import type { Facts, ProblemCode } from '#shared/problems'
import type { BusinessDate } from '#shared/time'

/** One row of a file by column key; a column that the file does not have is missing. */
export type Cells = Readonly<Record<string, string | undefined>>

/** What is wrong with a row: the column it stands in, and the facts of its sentence. */
export type RowProblem = { code: ProblemCode; column?: string; facts?: Facts }

export type ParsedCell<Value> = { value: Value } | { code: ProblemCode; facts: Facts }

/** Reads the text of a cell, trimmed and not empty, and writes it so that reading it again gives the same. */
export type Codec<Value> = {
  parse(text: string): ParsedCell<Value>
  write(value: Value): string
  isNumber?: true
  isDate?: true
}

/** One column of a kind of file: its template, its suggestion, its export and its reading all come from here. */
export type Column<Value, Stored> = {
  title: Text
  codec: Codec<Value>
  /** What an export writes, and what stays where a file lacks the column. */
  of(stored: Stored): Value | undefined
  isRequired?: true
  /** The file must have the column, though a cell of it may be empty. */
  isExpected?: true
  /** Stands beside the object: whether it changes something is the kind's to say. */
  isBeside?: true
  /** Other headings that people give it. */
  aliases?: readonly string[]
  examples: readonly [string, string]
}

export type Columns<Stored> = Readonly<Record<string, Column<unknown, Stored>>>

/** The values of a row: those of required columns are there. */
export type ValuesOf<Shape> = {
  [Key in keyof Shape]: Shape[Key] extends { codec: Codec<infer Value> }
    ? Shape[Key] extends { isRequired: true }
      ? Value
      : Value | undefined
    : never
}

/** What could be read of a row: a column that is not here holds something else than it may. */
export type ReadCells<Shape> = Partial<ValuesOf<Shape>>

const LONGEST_SHOWN = 60

export function textCell(most = 200): Codec<string> {
  return {
    parse: (text) =>
      text.length > most ? { code: 'imports.value_too_long', facts: { most } } : { value: text },
    write: (value) => value,
  }
}

export function wholeCell(least: number, most: number): Codec<number> {
  return {
    parse: (text) => {
      const plain = withoutGroups(text)
      const value = Number(plain)
      return /^-?\d+$/.test(plain) && value >= least && value <= most
        ? { value }
        : { code: 'imports.number_invalid', facts: { least, most } }
    },
    write: String,
    isNumber: true,
  }
}

/** An amount with up to six decimals, rounded to minor units. */
export const moneyCell: Codec<MinorUnits> = {
  parse: (text) => {
    const value = parseMoney(withoutGroups(text))
    return value === undefined ? { code: 'imports.amount_invalid', facts: {} } : { value }
  },
  write: minorText,
  isNumber: true,
}

/** A phone number with its country; a Chinese mobile number may leave its own out. */
export const phoneCell: Codec<string> = {
  parse: (text) => {
    const digits = text.normalize('NFKC').replace(/[\s()-]/g, '')
    const value = /^1[3-9]\d{9}$/.test(digits) ? `+86${digits}` : digits
    return /^\+[1-9]\d{6,14}$/.test(value) ? { value } : { code: 'imports.phone_invalid', facts: {} }
  },
  write: (value) => value,
}

/** An amount that may not be negative. */
export const priceCell: Codec<MinorUnits> = {
  ...moneyCell,
  parse: (text) => {
    const parsed = moneyCell.parse(text)
    return 'value' in parsed && parsed.value < 0 ? { code: 'imports.amount_invalid', facts: {} } : parsed
  },
}

export function choiceCell<const Value extends string>(values: readonly Value[]): Codec<Value> {
  return {
    parse: (text) => {
      const value = values.find((one) => one === text.toLowerCase())
      return value === undefined
        ? { code: 'imports.choice_invalid', facts: { values: values.join(', ') } }
        : { value }
    },
    write: (value) => value,
  }
}

/** A day of the calendar, as `2026-11-25`; files also write `2026/11/5`. */
export const dateCell: Codec<BusinessDate> = {
  isDate: true,
  parse: (text) => {
    const [, year = '', , month = '', day = ''] = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? []
    const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` as const
    const moment = Date.parse(`${value}T00:00:00Z`)
    const isReal = !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(value)
    return isReal ? { value } : { code: 'imports.date_invalid', facts: {} }
  },
  write: (value) => value,
}

/** The cell that an object has in a column. */
export function cellOf<Stored>(column: Column<unknown, Stored>, stored: Stored): string {
  const value = column.of(stored)
  return value === undefined ? '' : column.codec.write(value)
}

/** Reads a row. What equals the stored object's own cell is taken over as it is, what the file has no column for too. */
export function readCells<Stored, Shape extends Columns<Stored>>(
  columns: Shape,
  cells: Cells,
  stored: Stored | undefined,
): { values: ValuesOf<Shape> } | { problems: RowProblem[]; read: ReadCells<Shape> } {
  const problems: RowProblem[] = []
  const values: Record<string, unknown> = {}
  for (const [key, column] of Object.entries(columns)) {
    const read = readCell(column, cells[key], stored)
    if ('code' in read) {
      const value = (cells[key] ?? '').slice(0, LONGEST_SHOWN)
      problems.push({ code: read.code, column: key, facts: { ...read.facts, value } })
    } else values[key] = read.value
  }
  // The keys are those of the columns, and each value is what the codec of its column made.
  if (problems.length > 0) return { problems, read: values as ReadCells<Shape> }
  return { values: values as ValuesOf<Shape> }
}

/** Problems in the order of the columns that they stand in. */
export function inOrderOf(columns: object, problems: readonly RowProblem[]): RowProblem[] {
  const order = Object.keys(columns)
  const placeOf = ({ column }: RowProblem) => (column === undefined ? order.length : order.indexOf(column))
  return problems.toSorted((left, right) => placeOf(left) - placeOf(right))
}

function readCell<Stored>(
  column: Column<unknown, Stored>,
  cell: string | undefined,
  stored: Stored | undefined,
): ParsedCell<unknown> {
  const isSame = stored !== undefined && (cell === undefined || cell === cellOf(column, stored))
  const text = cell?.trim() ?? ''
  if (!isSame && text !== '') return column.codec.parse(text)
  const value = isSame ? column.of(stored) : undefined
  return value === undefined && column.isRequired ? { code: 'imports.value_missing', facts: {} } : { value }
}

// 1,126.00 is how spreadsheet programs show what is 1126.
function withoutGroups(text: string): string {
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
}
