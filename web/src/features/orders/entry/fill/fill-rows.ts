import type { DraftLine } from '#shared/drafts'
import type { ProductId } from '#shared/ids'
import { type LineExtra, type SheetContent, withExtra, withQuantity } from '../draft/quantities.ts'

/** What stands in one row: its field, and what stands beside it. */
export type Row = { text: string; extra: LineExtra }
export type Rows = ReadonlyMap<ProductId, Row>

/** Rows that were filled at once: how each stood before, and as what it was put in. */
export type Filled = { before: Rows; after: Rows }

type Lines = Pick<SheetContent, 'typed' | 'extras'>

export function rowOf({ typed, extras }: Lines, productId: ProductId): Row {
  return { text: typed[productId] ?? '', extra: extras[productId] ?? {} }
}

/** A row that asks for so much; 0 leaves its field empty. */
export function rowWith(quantity: number, extra: LineExtra): Row {
  return { text: quantity > 0 ? String(quantity) : '', extra }
}

/** Nothing was typed into the row, and nothing is wanted of it; a note alone asks for nothing. */
export function isEmptyRow({ text, extra }: Row): boolean {
  return text === '' && !extra.wanted
}

/** A sheet's lines with these rows put in; all others are as they were. */
export function withRows({ typed, extras }: Lines, rows: Rows): Lines {
  let lines: Lines = { typed, extras }
  for (const [productId, { text, extra }] of rows)
    lines = {
      typed: withQuantity(lines.typed, productId, text),
      extras: withExtra(lines.extras, productId, extra),
    }
  return lines
}

/** The rows of these lines with as much more; what is wanted grows where more is wanted than added. */
export function rowsWithMore(now: Lines, lines: readonly DraftLine[]): Rows {
  const rows = new Map<ProductId, Row>()
  for (const { productId, quantity, wanted } of lines) {
    const { text, extra } = rows.get(productId) ?? rowOf(now, productId)
    const before = Number.isInteger(Number(text)) ? Number(text) : 0
    const wish = wanted ? Math.max(extra.wanted ?? 0, before) + wanted : extra.wanted
    rows.set(productId, rowWith(before + quantity, { ...extra, wanted: wish }))
  }
  return rows
}

/** These rows as they stand now. */
export function rowsNow(lines: Lines, rows: Rows): Rows {
  return new Map([...rows.keys()].map((productId) => [productId, rowOf(lines, productId)]))
}
