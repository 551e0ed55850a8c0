import type { DraftLine } from '#shared/drafts'
import type { ProductId } from '#shared/ids'
import type { Text } from '#shared/languages'
import { type AskedLine, lineRefusals } from '#shared/order-rules'
import { isShortage } from '#shared/supply-left'
import { quantityOf, type SheetContent } from '../draft/quantities.ts'
import type { SheetItem } from '../sheet-items.ts'
import { isEmptyRow, type Row, rowOf, rowWith } from './fill-rows.ts'
import type { ToRepeat } from './to-repeat.ts'

export type Offers = ReadonlyMap<ProductId, SheetItem>

/** A line that was brought within today's rules; 0 left it out. The name is what the order called it. */
export type Adjusted = { productId: ProductId; name?: Text; asked: number; quantity: number }

/** Rows to put in for lines of before: `adjusted` are those brought within today's rules or left out, `kept` counts the
 * rows that were left as somebody typed them. */
type Again = { rows: Map<ProductId, Row>; adjusted: Adjusted[]; kept: number }

/** Lines of before for the rows that are empty, or ask for less where the lines raise them, brought within today's rules;
 * what a limit takes away stays wanted. */
export function orderAgain(
  { lines, raises = false, products = {} }: Pick<ToRepeat, 'lines' | 'raises' | 'products'>,
  offers: Offers,
  now: Pick<SheetContent, 'typed' | 'extras'>,
): Again {
  const again: Again = { rows: new Map(), adjusted: [], kept: 0 }
  for (const line of lines) {
    const row = rowOf(now, line.productId)
    const { quantity, wanted } = withinRules(line, offers)
    const isRaised = raises && quantity > quantityOf(row.text)
    if (!isEmptyRow(row) && !isRaised) again.kept += 1
    else {
      const { productId, quantity: asked, note } = line
      if (quantity !== asked)
        again.adjusted.push({ productId, name: products[productId]?.name, asked, quantity })
      const filled = rowWith(quantity, { note: row.extra.note ?? note, wanted })
      if (!isEmptyRow(filled)) again.rows.set(productId, filled)
    }
  }
  return again
}

/** The lines of last time as the assortment tells them. */
export function linesOfLastTime(items: readonly SheetItem[]): AskedLine[] {
  return items.flatMap(({ productId, past: [quantity = 0] = [] }) =>
    quantity > 0 ? [{ productId, quantity }] : [],
  )
}

function withinRules(line: DraftLine, offers: Offers): { quantity: number; wanted?: number } {
  const { productId, quantity } = line
  const refusedAt = (asked: number) =>
    lineRefusals({ offerOf: (id) => offers.get(id) }, { productId, quantity: asked }, 0)
  const [refusal] = refusedAt(quantity)
  const nearest = refusal?.facts.nearest
  const kept = refusal ? (Array.isArray(nearest) ? (nearest[0] ?? 0) : 0) : quantity
  const wanted = Math.max(line.wanted ?? 0, quantity)
  return { quantity: kept, ...(wanted > kept && refusedAt(wanted).some(isShortage) && { wanted }) }
}
