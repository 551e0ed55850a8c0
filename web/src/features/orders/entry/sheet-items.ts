import type { Assortment, AssortmentItem } from '#shared/catalogue'
import type { PastQuantities } from '#shared/order-drafts'

/** A row of the order page: a product, and what was ordered of it in the last cycles, the newest first. */
export type SheetItem = AssortmentItem & { past?: readonly number[] }

/** What the order page stands on: an assortment whose rows know what was ordered before. */
export type SheetAssortment = Omit<Assortment, 'items'> & { items: SheetItem[] }

/** Puts what was ordered before beside each product. */
export function withPast(assortment: Assortment, { items: past }: PastQuantities): SheetAssortment {
  const quantities = new Map(past.map((one) => [one.productId, one.quantities]))
  const items = assortment.items.map((item) => ({ ...item, past: quantities.get(item.productId) }))
  return { ...assortment, items }
}
