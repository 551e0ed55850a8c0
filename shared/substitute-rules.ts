import type { ProductId } from './ids.ts'
import { type LineOffer, leastOf, limitLeftOf } from './order-rules.ts'

const MOST_SUBSTITUTES = 4

type Replaceable = LineOffer & { category: string; substitutes?: readonly ProductId[] }

/** What may be ordered in the place of a product that cannot be had: those that the catalogue names first, then of the
 * same price band, then of the same category; the nearest in price first. Only what has supply for this shop. */
export function substitutesFor<Item extends Replaceable>(item: Item, items: readonly Item[]): Item[] {
  const rankOf = (other: Item) => {
    const named = item.substitutes?.indexOf(other.productId) ?? -1
    if (named >= 0) return named
    const isOfBand = item.band !== undefined && other.band === item.band
    if (!isOfBand && other.category !== item.category) return undefined
    return 100 + (isOfBand ? 0 : 2) + (other.category === item.category ? 0 : 1)
  }
  return items
    .filter((other) => other.productId !== item.productId && hasSupply(other))
    .flatMap((other) => {
      const rank = rankOf(other)
      return rank === undefined ? [] : [{ other, rank, apart: Math.abs(other.price - item.price) }]
    })
    .sort((one, two) => one.rank - two.rank || one.apart - two.apart)
    .slice(0, MOST_SUBSTITUTES)
    .map(({ other }) => other)
}

/** At least one order's worth of a product can be had. */
function hasSupply(offer: LineOffer): boolean {
  const least = leastOf(offer)
  return Math.min(limitLeftOf(offer) ?? least, offer.remaining ?? least) >= least
}
