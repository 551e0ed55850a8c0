import type { DraftLine } from '#shared/drafts'
import type { ProductId } from '#shared/ids'
import { type AskedLine, lineRefusals } from '#shared/order-rules'
import { isShortage } from '#shared/supply-left'
import { quantityOf, type SheetContent } from '../draft/quantities.ts'
import type { SheetItem } from '../sheet-items.ts'
import { isEmptyRow, type Row, rowOf, rowWith } from './fill-rows.ts'
import type { ToRepeat } from './to-repeat.ts'

export type Offers = ReadonlyMap<ProductId, SheetItem>

/** Rows to put in for lines of before: `adjusted` counts those brought within today's rules or left out, `kept` the rows
 * that were left as somebody typed them. */
type Again = { rows: Map<ProductId, Row>; adjusted: number; kept: number }

/** Lines of before for the rows that are empty, or ask for less where the lines raise them, brought within today's rules;
 * what a limit takes away stays wanted. */
export function orderAgain(
  { lines, raises = false }: Pick<ToRepeat, 'lines' | 'raises'>,
  offers: Offers,
  now: Pick<SheetContent, 'typed' | 'extras'>,
): Again {
  const again: Again = { rows: new Map(), adjusted: 0, kept: 0 }
  for (const line of lines) {
    const row = rowOf(now, line.productId)
    const { quantity, wanted } = withinRules(line, offers)
    const isRaised = raises && quantity > quantityOf(row.text)
    if (!isEmptyRow(row) && !isRaised) again.kept += 1
    else {
      if (quantity !== line.quantity) again.adjusted += 1
      const filled = rowWith(quantity, { note: row.extra.note, wanted })
      if (!isEmptyRow(filled)) again.rows.set(line.productId, filled)
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
