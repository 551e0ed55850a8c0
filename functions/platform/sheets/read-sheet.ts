// Reads a table row by row out of a file of any size, with bounds on what a file may hold.
import { Problem } from '#shared/problems'
import { rowsOfCsv } from './read-csv.ts'
import { rowsOfWorkbook } from './read-workbook.ts'
import type { OpenFile, SheetForm, SheetRow } from './sheet-form.ts'

/** Bounds of a file of master data: ten times the largest one seen. */
const MOST_ROWS = 100_000
const MOST_COLUMNS = 200
const MOST_CELL_CHARACTERS = 32_767

/** The cells of the rows of a file, as `numberedRowsOfSheet` reads them. */
export async function* rowsOfSheet(open: OpenFile, form: SheetForm): AsyncGenerator<string[]> {
  for await (const { cells } of numberedRowsOfSheet(open, form)) yield cells
}

/** The rows of a file that are not blank, the heading first; throws `imports.file_missing`, `imports.file_unreadable`,
 * `imports.too_many_rows`, `imports.too_many_columns`, `imports.file_too_large`. */
export async function* numberedRowsOfSheet(open: OpenFile, form: SheetForm): AsyncGenerator<SheetRow> {
  const body = await open()
  if (!body) throw new Problem('imports.file_missing')
  const rows = form.format === 'csv' ? rowsOfCsv(body, form) : rowsOfWorkbook(body, open)
  let count = -1
  for await (const { line, cells } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue
    if (cells.length > MOST_COLUMNS) throw new Problem('imports.too_many_columns', { most: MOST_COLUMNS })
    if (++count > MOST_ROWS) throw new Problem('imports.too_many_rows', { most: MOST_ROWS })
    yield { line, cells: cells.map((cell) => cell.slice(0, MOST_CELL_CHARACTERS)) }
  }
}
