/** More of one product than any shop can take; keeps amounts exact integers. */
export const MOST_QUANTITY = 999_999

type Steps = { minimum: number; multiple: number }
type Limited = { limit?: { quantity: number }; usedElsewhere: number }

/** True for a quantity that an order can hold, whatever else speaks against it. */
export function isCountable(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity > 0 && quantity <= MOST_QUANTITY
}

/** The smallest quantity that minimum and multiple accept. */
export function leastOf({ minimum, multiple }: Steps): number {
  return Math.ceil(minimum / multiple) * multiple
}

/** What is left of a customer's limit in this cycle, beside its other orders; undefined when there is none. */
export function limitLeftOf(offer: Limited): number | undefined {
  return offer.limit && Math.max(0, offer.limit.quantity - offer.usedElsewhere)
}

/** The nearest quantities that minimum, multiple, limit and supply all accept: below and above, else 0.
 * @example nearestQuantities({ minimum: 48, multiple: 24, usedElsewhere: 0 }, 50) // [48, 72] */
export function nearestQuantities(
  offer: Steps & Limited & { remaining?: number },
  quantity: number,
): number[] {
  const { multiple, remaining = MOST_QUANTITY } = offer
  const least = leastOf(offer)
  const most = Math.floor(Math.min(limitLeftOf(offer) ?? MOST_QUANTITY, remaining) / multiple) * multiple
  const below = Math.min(Math.floor(quantity / multiple) * multiple, most)
  const above = Math.max(Math.ceil(quantity / multiple) * multiple, least)
  const found = [below, above].filter((candidate) => candidate >= least && candidate <= most)
  if (found.length === 0 || quantity > most) found.push(0)
  return [...new Set(found)]
}
