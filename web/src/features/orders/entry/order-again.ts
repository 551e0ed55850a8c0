import type { AssortmentItem } from '#shared/catalogue'
import type { ProductId } from '#shared/ids'
import { type AskedLine, lineRefusals } from '#shared/order-rules'
import { type Typed, typedFrom } from './quantities.ts'

export type Offers = ReadonlyMap<ProductId, AssortmentItem>

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
export function linesOfLastTime(items: readonly AssortmentItem[]): AskedLine[] {
  return items.flatMap(({ productId, lastQuantity = 0 }) =>
    lastQuantity > 0 ? [{ productId, quantity: lastQuantity }] : [],
  )
}

function withinRules(productId: ProductId, quantity: number, offers: Offers): number {
  const [refusal] = lineRefusals({ offerOf: (id) => offers.get(id) }, { productId, quantity }, 0)
  const nearest = refusal?.facts.nearest
  if (!refusal) return quantity
  return Array.isArray(nearest) ? (nearest[0] ?? 0) : 0
}
