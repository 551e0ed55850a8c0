// Writes a table as CSV or XLSX, row by row, so that no file of any size is held in memory.

import { withFormulaMark } from './formula-mark.ts'
import type { SheetFormat, SheetToWrite } from './sheet-to-write.ts'
import { workbookBytes } from './write-workbook.ts'

export const sheetContentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<SheetFormat, string>

const ROWS_A_PIECE = 200

/** The bytes of the table as a file: CSV with a byte order mark and no cell that starts a formula, or XLSX. */
export function sheetBytes(format: SheetFormat, sheet: SheetToWrite): AsyncGenerator<Uint8Array> {
  return format === 'xlsx' ? workbookBytes(sheet) : csvBytes(sheet)
}

async function* csvBytes({ columns, rows }: SheetToWrite): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let piece = `\uFEFF${lineOf(columns.map(({ title }) => title))}`
  let count = 0
  for await (const row of rows) {
    piece += lineOf(row)
    if (++count % ROWS_A_PIECE > 0) continue
    yield encoder.encode(piece)
    piece = ''
  }
  yield encoder.encode(piece)
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(withFormulaMark(cell))).join(',')}\r\n`
}

// Leading and trailing blanks are quoted too, for some programs drop them otherwise.
function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$|^\uFEFF/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
