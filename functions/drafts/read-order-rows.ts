import { rowsOfSheet } from '#platform/sheets/read-sheet'
import { findSheetForm } from '#platform/sheets/sheet-form'
import { MOST_ROWS } from '#shared/order-file'
import { Problem } from '#shared/problems'

/** The cells of a CSV or XLSX file given as base64, for the order page to match. Keeps nothing. Throws
 * `orders.rows_too_many` and what reading a sheet throws. */
export async function readOrderRows(content: string): Promise<string[][]> {
  const bytes = new Uint8Array(Buffer.from(content, 'base64'))
  const open = async () => new Blob([bytes]).stream()
  const rows: string[][] = []
  for await (const row of rowsOfSheet(open, await findSheetForm(open))) {
    if (rows.length > MOST_ROWS) throw new Problem('orders.rows_too_many', { most: MOST_ROWS })
    rows.push(row)
  }
  return rows
}
