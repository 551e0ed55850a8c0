import type { ImportOptions, PastDocument } from '#shared/imports'
import { type Currency, currencies } from '#shared/money'
import {
  type Cells,
  type Codec,
  type Columns,
  type ReadCells,
  type RowProblem,
  readCells,
  textCell,
  type ValuesOf,
  wholeCell,
} from './cell-rules.ts'
import { momentCell } from './moment-rules.ts'

/** Lines of one document: four hundred are the most seen; an item of the table holds some five thousand. */
const MOST_LINES = 3000
const MOST_QUANTITY = 999_999_999
const SHOWN_PROBLEMS = 20

/** A price a unit in minor units, exact to a tenth of one. */
const exactPriceCell: Codec<number> = {
  parse: (text) => {
    const match = /^(-?)(\d{1,10})(?:\.(\d{1,3})0*)?$/.exec(text.replaceAll(',', ''))
    if (!match?.[2]) return { code: 'imports.amount_invalid', facts: {} }
    const thousandths = Number(match[2]) * 1000 + Number((match[3] ?? '').padEnd(3, '0'))
    return { value: ((match[1] ? -1 : 1) * thousandths) / 10 || 0 }
  },
  write: (value) => (value / 100).toFixed(3),
  isNumber: true,
}

const currencyCell: Codec<Currency> = {
  parse: (text) => {
    const value = currencies.find((one) => one === text.toUpperCase())
    return value ? { value } : { code: 'imports.choice_invalid', facts: { values: currencies.join(', ') } }
  },
  write: (value) => value,
}

const nobody = () => undefined

/** The columns of order history: a row is a line. */
export const orderColumns = {
  document: {
    title: { zh: '单据号', en: 'Document number' },
    aliases: ['invoiceno', 'invoice no', 'invoice', 'order no', 'order number', '订单号', '发票号'],
    codec: textCell(60),
    isRequired: true,
    of: nobody,
    examples: ['536365', 'C536379'],
  },
  customer: {
    title: { zh: '客户编码', en: 'Customer code' },
    aliases: ['customerid', 'customer id', 'customer', '客户', '客户号'],
    codec: textCell(40),
    isRequired: true,
    of: nobody,
    examples: ['530102-0183', '530102-0183'],
  },
  product: {
    title: { zh: '商品编码', en: 'Product code' },
    aliases: ['stockcode', 'stock code', 'sku', 'item', '货号', '编码'],
    codec: textCell(40),
    isRequired: true,
    of: nobody,
    examples: ['YX-01', 'YX-01'],
  },
  description: {
    title: { zh: '品名', en: 'Description' },
    aliases: ['product name', '商品名称', '名称'],
    codec: textCell(),
    of: nobody,
    examples: ['云霞（细支）', '云霞（细支）'],
  },
  quantity: {
    title: { zh: '数量', en: 'Quantity' },
    aliases: ['qty', '件数'],
    codec: wholeCell(-MOST_QUANTITY, MOST_QUANTITY),
    isRequired: true,
    of: nobody,
    examples: ['6', '-2'],
  },
  placed_at: {
    title: { zh: '下单时间', en: 'Placed at' },
    aliases: ['invoicedate', 'invoice date', 'order date', 'date', '日期', '时间', '订货时间'],
    codec: momentCell,
    isRequired: true,
    of: nobody,
    examples: ['2026-11-02 08:26', '2026-11-03 09:41'],
  },
  price: {
    title: { zh: '单价', en: 'Unit price' },
    aliases: ['unitprice', 'price', '价格'],
    codec: exactPriceCell,
    isRequired: true,
    of: nobody,
    examples: ['128.00', '128.00'],
  },
  currency: {
    title: { zh: '币种', en: 'Currency' },
    codec: currencyCell,
    of: nobody,
    examples: ['', ''],
  },
} as const satisfies Columns<never>

export type DocumentLine = ValuesOf<typeof orderColumns>
type PlacedProblem = RowProblem & { at: number }
type ReadLine = ReadCells<typeof orderColumns>
type ReadDocument =
  | { lines: readonly [DocumentLine, ...DocumentLine[]] }
  | { problems: PlacedProblem[]; customer?: string }

/** The lines of a document, or all that is wrong with it and whose it is; a line without a currency is in `usual`. */
export function documentOf(rows: readonly Cells[], usual: Currency): ReadDocument {
  const read = rows.map((cells) => readCells<never, typeof orderColumns>(orderColumns, cells, undefined))
  const lines = read.flatMap((row) => ('values' in row ? [row.values] : []))
  const parts = read.map((row) => ('values' in row ? row.values : row.read))
  const problems = read.flatMap((row, at) =>
    'problems' in row ? row.problems.map((problem): PlacedProblem => ({ ...problem, at })) : [],
  )
  const { document: key, customer } = parts[0] ?? {}
  if (rows.length > MOST_LINES)
    problems.push({ code: 'imports.document_too_long', facts: { key, most: MOST_LINES }, at: 0 })
  const uneven = (column: 'customer' | 'currency', textOf: (part: ReadLine) => string | undefined) => {
    const known = parts.flatMap((part, at) => (column in part ? [{ at, value: textOf(part) }] : []))
    const other = known.find(({ value }) => value !== known[0]?.value)
    if (other) problems.push({ code: 'imports.document_uneven', column, facts: { key }, at: other.at })
  }
  uneven('customer', (part) => part.customer)
  uneven('currency', (part) => part.currency ?? usual)
  const [first, ...rest] = lines
  if (problems.length === 0 && first) return { lines: [first, ...rest] }
  return { problems: problems.slice(0, SHOWN_PROBLEMS), ...(customer !== undefined && { customer }) }
}

/** What a document is by how its number begins. */
export function stateOfDocument(
  document: string,
  { cancellationPrefix, correctionPrefix }: ImportOptions,
): PastDocument['state'] {
  if (cancellationPrefix && document.startsWith(cancellationPrefix)) return 'cancellation'
  return correctionPrefix && document.startsWith(correctionPrefix) ? 'correction' : 'confirmed'
}
