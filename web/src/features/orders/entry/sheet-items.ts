import type { Assortment, AssortmentItem } from '#shared/catalogue'
import type { PastQuantities } from '#shared/drafts'
import { leastOf } from '#shared/quantity-rules'
import { hasSupply } from '#shared/supply-left'

/** A row of the order page: a product, what was ordered of it in the last cycles, the newest first, and what other
 * orders have left of its price band. */
export type SheetItem = AssortmentItem & { past?: readonly number[]; bandLeft?: number }

/** What the order page stands on: an assortment whose rows know what was ordered before. */
export type SheetAssortment = Omit<Assortment, 'items'> & { items: SheetItem[] }

/** Nothing can be had of a product: not even one order's worth, or so it was refused. */
export function hasNone(item: SheetItem, wrong?: { isShort?: boolean; nearest: readonly number[] }): boolean {
  const isRefused = wrong?.isShort === true && !wrong.nearest.some((quantity) => quantity > 0)
  return isRefused || !hasSupply(item) || (item.bandLeft ?? Infinity) < leastOf(item)
}

/** Puts what was ordered before beside each product. */
export function withPast(assortment: Assortment, { items: past }: PastQuantities): SheetAssortment {
  const quantities = new Map(past.map((one) => [one.productId, one.quantities]))
  const left = new Map(assortment.bands.map(({ code, cap, usedElsewhere }) => [code, cap - usedElsewhere]))
  const items = assortment.items.map((item) => ({
    ...item,
    past: quantities.get(item.productId),
    bandLeft: item.band === undefined ? undefined : left.get(item.band),
  }))
  return { ...assortment, items }
}
