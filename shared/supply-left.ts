import type { LineOffer } from './order-rules.ts'
import type { OrderProblemCode } from './problem-lists/orders.ts'
import { leastOf, limitLeftOf } from './quantity-rules.ts'

/** A first-come product of which so little of all that was given is left asks for attention. */
const LOW_SHARE = 0.1

/** True when no more than a tenth of what was given of a product is left; false when nobody counts it. */
export function isLow(remaining: number | undefined, given: number | undefined): boolean {
  return remaining !== undefined && given !== undefined && remaining <= given * LOW_SHARE
}

/** At least one order's worth of a product can be had, beside its limit and what is left of it. */
export function hasSupply(
  offer: Pick<LineOffer, 'minimum' | 'multiple' | 'limit' | 'usedElsewhere' | 'remaining'>,
): boolean {
  const least = leastOf(offer)
  return Math.min(limitLeftOf(offer) ?? least, offer.remaining ?? least) >= least
}

const shortages: ReadonlySet<string> = new Set<OrderProblemCode>([
  'orders.over_limit',
  'orders.supply_short',
  'orders.over_band',
])

/** True when a rule was broken because there is too little: what was asked for beyond that is still wanted. */
export function isShortage({ code }: { code: string }): boolean {
  return shortages.has(code)
}
