// The cells of a workbook that is written: texts, numbers and dates, and how wide a column is.
import type { SheetColumn } from './sheet-to-write.ts'

/** Styles of the cells by their place in the workbook's style sheet; whole numbers have none. */
const [TEXT_STYLE, HEADING_STYLE, DAY_STYLE, MOMENT_STYLE] = [1, 2, 6, 7]
/** Numbers keep the places they were written with: 12.50 does not become 12.5. */
const stylesOfPlaces = ['', ' s="3"', ' s="4"', ' s="5"'] as const
/** More digits than a spreadsheet program keeps: such a number stays a text. */
const MOST_DIGITS = 15
const DAY_MILLISECONDS = 86_400_000
/** Day 0 of a workbook's calendar, and the first day since which it counts without a gap. */
const [ZERO, FIRST] = [Date.UTC(1899, 11, 30), Date.UTC(1900, 2, 1)]
const [NARROWEST, WIDEST] = [8, 60]
const LETTERS = 26

/** A cell at a place such as `B7`. */
export function cellOf(place: string, cell: string, column: SheetColumn | undefined): string {
  // Some programs read no cell that does not say where it stands.
  if (cell === '') return `<c r="${place}"/>`
  const isPlain = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(cell) && cell.replace(/\D/g, '').length <= MOST_DIGITS
  if (column?.isNumber && isPlain) {
    const [, places = ''] = cell.split('.')
    return `<c r="${place}"${stylesOfPlaces[places.length] ?? ''}><v>${cell}</v></c>`
  }
  const moment = column?.isDate && /^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/.test(cell) ? momentOf(cell) : Number.NaN
  if (!(moment >= FIRST)) return textCell(place, cell, TEXT_STYLE)
  const style = cell.includes(' ') ? MOMENT_STYLE : DAY_STYLE
  return `<c r="${place}" s="${style}"><v>${(moment - ZERO) / DAY_MILLISECONDS}</v></c>`
}

/** A cell of the heading. */
export function headingCell(place: string, text: string): string {
  return textCell(place, text, HEADING_STYLE)
}

// A workbook knows no zone: what stands in the cell is what is shown.
function momentOf(cell: string): number {
  const text = cell.replace(' ', 'T')
  const moment = Date.parse(text.includes('T') ? `${text}Z` : text)
  const isReal = !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text)
  return isReal ? moment : Number.NaN
}

function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

/** The letters of a column, counted from 0: A … Z, AA … */
export function lettersOf(at: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (at % LETTERS))
  return at < LETTERS ? last : lettersOf(Math.floor(at / LETTERS) - 1) + last
}

/** The widths of columns, wide enough for their titles and the rows that are at hand. */
export function columnWidths(
  columns: readonly SheetColumn[],
  rows: ReadonlyArray<readonly string[]>,
): string {
  const widths = columns.map(({ title }, at) => {
    const widest = Math.max(...[title, ...rows.map((row) => row[at] ?? '')].map(widthOf))
    return Math.min(WIDEST, Math.max(NARROWEST, widest + 2))
  })
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  return cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''
}

// A Chinese character takes the room of two letters.
function widthOf(text: string): number {
  const lines = text.split('\n').map((line) => line.length + (line.match(/[\u2e80-\uffef]/g)?.length ?? 0))
  return Math.max(...lines)
}

const XML_NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML cannot hold, or would change, stands as `_x000D_`; a text that looks like that is escaped itself. */
export function escaped(text: string): string {
  return (
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped.
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => {
        return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
      })
      .replace(/[&<>"]/g, (character) => XML_NAMES[character] ?? character)
  )
}
