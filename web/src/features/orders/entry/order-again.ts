import type { ProductId } from '#shared/ids'
import { type AskedLine, lineRefusals } from '#shared/order-rules'
import { type Typed, typedFrom } from './quantities.ts'
import type { SheetItem } from './sheet-items.ts'

export type Offers = ReadonlyMap<ProductId, SheetItem>

/** Lines of before, brought within today's rules: `adjusted` counts those that had to shrink, grow or go. */
export function orderAgain(lines: readonly AskedLine[], offers: Offers): { typed: Typed; adjusted: number } {
  const kept = lines.map(({ productId, quantity }) => ({
    productId,
    quantity: withinRules(productId, quantity, offers),
  }))
  const adjusted = lines.filter((line, at) => line.quantity !== kept[at]?.quantity).length
  return { typed: typedFrom(kept), adjusted }
}

/** The lines of last time as the assortment tells them. */
export function linesOfLastTime(items: readonly SheetItem[]): AskedLine[] {
  return items.flatMap(({ productId, past: [quantity = 0] = [] }) =>
    quantity > 0 ? [{ productId, quantity }] : [],
  )
}

function withinRules(productId: ProductId, quantity: number, offers: Offers): number {
  const [refusal] = lineRefusals({ offerOf: (id) => offers.get(id) }, { productId, quantity }, 0)
  const nearest = refusal?.facts.nearest
  if (!refusal) return quantity
  return Array.isArray(nearest) ? (nearest[0] ?? 0) : 0
}
