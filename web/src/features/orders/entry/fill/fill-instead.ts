import type { DraftLine } from '#shared/drafts'
import { productsOf, type SheetContent } from '../draft/quantities.ts'
import { type Row, type Rows, rowWith } from './fill-rows.ts'

const empty: Row = { text: '', extra: {} }

/** Every row that holds something, emptied. */
export function rowsToClear({ typed, extras }: Pick<SheetContent, 'typed' | 'extras'>): Rows {
  return new Map([...productsOf(typed), ...productsOf(extras)].map((productId) => [productId, empty]))
}

/** These lines in the place of all that stands there. */
export function rowsInstead(lines: readonly DraftLine[], now: Pick<SheetContent, 'typed' | 'extras'>): Rows {
  const rows = new Map(rowsToClear(now))
  for (const { productId, quantity, wanted, note } of lines)
    rows.set(productId, rowWith(quantity, { wanted, note }))
  return rows
}
