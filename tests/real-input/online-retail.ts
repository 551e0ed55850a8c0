import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import * as z from 'zod'

const folder = join(import.meta.dirname, '../../../shared/data/online-retail')

/** Where the wholesaler's data lies; without it the tests are skipped with a message. */
export const hasOnlineRetail = existsSync(join(folder, 'catalogue_derived.csv'))

const CatalogueRow = z.object({
  StockCode: z.string(),
  Description_modal: z.string(),
  PriceMedian: z.string(),
})
const LineRow = z.object({
  InvoiceNo: z.string(),
  StockCode: z.string(),
  Description: z.string(),
  Quantity: z.coerce.number(),
  InvoiceDate: z.string(),
  UnitPrice: z.string(),
  CustomerID: z.string(),
  Country: z.string(),
})
export type LineRow = z.infer<typeof LineRow>

export function readCatalogue(): z.infer<typeof CatalogueRow>[] {
  return z.array(CatalogueRow).parse(rows(readFileSync(join(folder, 'catalogue_derived.csv'))))
}

export function readLines(): LineRow[] {
  return z.array(LineRow).parse(rows(gunzipSync(readFileSync(join(folder, 'lines_dev.csv.gz')))))
}

const TotalRow = z.object({ InvoiceNo: z.string(), Lines: z.coerce.number(), ExactTotal: z.string() })

/** The exact total of each invoice. */
export function readTotals(): z.infer<typeof TotalRow>[] {
  return z.array(TotalRow).parse(rows(gunzipSync(readFileSync(join(folder, 'invoice_totals_dev.csv.gz')))))
}

/** The file of lines as it is, some seven megabytes. */
export function linesFile(): Uint8Array {
  return gunzipSync(readFileSync(join(folder, 'lines_dev.csv.gz')))
}

/** Goods start with five digits; POST, M, D, BANK CHARGES and their like are services. */
export function isGoods({ StockCode }: Pick<LineRow, 'StockCode'>): boolean {
  return /^\d{5}/.test(StockCode)
}

/** The price in pence, rounded half up by decimal digits alone: a second way beside the product's own. */
export function penceOf(price: string): bigint {
  const [whole = '0', fraction = ''] = price.split('.')
  const thousandths = BigInt(whole) * 1000n + BigInt(fraction.padEnd(3, '0').slice(0, 3))
  return (thousandths + 5n) / 10n
}

function rows(bytes: Uint8Array): unknown {
  return parse(Buffer.from(bytes), { columns: true, bom: true, skip_empty_lines: true })
}
