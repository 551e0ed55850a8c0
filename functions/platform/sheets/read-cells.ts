// The cells of a sheet as the texts a person sees: numbers in their shortest form, dates by their style.
import { Problem } from '#shared/problems'
import type { SheetRow } from './sheet-form.ts'
import { type ReadXml, textGatherer, type WorkbookWords } from './workbook-words.ts'

const LAST_COLUMN = 1000
const DAY_MILLISECONDS = 86_400_000
const SECOND_MILLISECONDS = 1000
/** Serial day 0 of the two calendars that workbooks count in; the first invents 29 February 1900. */
const [ZERO_1900, ZERO_1904] = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)]

/** Reads a sheet, and hands over each row when it ends. */
export function readCells(words: WorkbookWords, take: (row: SheetRow) => void): ReadXml {
  const inline = textGatherer()
  let row: string[] = []
  let cell = { type: '', style: 0, value: '' }
  let [column, isValue, line] = [0, false, 0]
  return {
    open: (name, attributes) => {
      inline.open?.(name, attributes)
      isValue = name === 'v'
      if (name === 'row') [row, column, line] = [[], 0, lineOf(attributes.r) ?? line + 1]
      if (name !== 'c') return
      column = attributes.r ? columnOf(attributes.r) : column
      cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '' }
    },
    text: (text) => {
      inline.text?.(text)
      if (isValue) cell.value += text
    },
    close: (name) => {
      inline.close?.(name)
      isValue = false
      if (name === 'row') take({ line, cells: row })
      if (name !== 'c') return
      if (column > LAST_COLUMN) throw new Problem('imports.too_many_columns', { most: LAST_COLUMN })
      while (row.length < column) row.push('')
      const text = inline.take()
      row[column] = cell.type === 'inlineStr' ? text : textOf(cell, words)
      column++
    },
  }
}

/** The number that a row says it has; one that says none follows the row before. */
function lineOf(reference: string | undefined): number | undefined {
  const line = Number(reference)
  return Number.isSafeInteger(line) && line > 0 ? line : undefined
}

function columnOf(reference: string): number {
  let column = 0
  for (const character of reference) {
    const digit = character.charCodeAt(0) - 64
    if (digit < 1 || digit > 26) break
    column = column * 26 + digit
  }
  return column - 1
}

function textOf(
  { type, style, value }: { type: string; style: number; value: string },
  words: WorkbookWords,
) {
  if (type === 's') return words.texts[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n' || value === '') return value
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  const kind = words.dateStyles.get(style)
  // 2.55 stands in a workbook as 2.5499999999999998: the shortest form that means the same is what a person typed.
  return kind ? momentOf(number, kind, words.is1904) : String(number)
}

function momentOf(serial: number, kind: 'date' | 'moment', is1904: boolean): string {
  const milliseconds = (is1904 ? ZERO_1904 : ZERO_1900) + serial * DAY_MILLISECONDS
  const moment = new Date(Math.round(milliseconds / SECOND_MILLISECONDS) * SECOND_MILLISECONDS)
  if (Number.isNaN(moment.getTime())) return String(serial)
  const text = moment.toISOString()
  return kind === 'date' && Number.isInteger(serial) ? text.slice(0, 10) : text.slice(0, 19)
}
