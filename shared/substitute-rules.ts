import type { Band } from './band-rules.ts'
import type { ProductId } from './ids.ts'
import type { AskedLine, LineOffer } from './order-rules.ts'
import { MOST_QUANTITY } from './quantity-rules.ts'
import { hasSupply } from './supply-left.ts'

const MOST_SUBSTITUTES = 4

type Replaceable = LineOffer & { category: string; substitutes?: readonly ProductId[] }

/** What is left of each price band beside what other orders took and these lines ask for, by the band's code. */
export function roomOfBands(
  bands: readonly Band[],
  lines: readonly AskedLine[],
  offerOf: (productId: ProductId) => Pick<LineOffer, 'band'> | undefined,
): ReadonlyMap<string, number> {
  const asked = new Map<string | undefined, number>()
  for (const { productId, quantity } of lines) {
    const band = offerOf(productId)?.band
    asked.set(band, (asked.get(band) ?? 0) + (Number.isInteger(quantity) ? quantity : 0))
  }
  return new Map(
    bands.map(({ code, cap, usedElsewhere }) => [
      code,
      Math.max(0, cap - usedElsewhere - (asked.get(code) ?? 0)),
    ]),
  )
}

/** What may be ordered in the place of a product that cannot be had: those that the catalogue names first, then of the
 * same price band, then of the same category; the nearest in price first. Only what this shop can have at least one
 * order's worth of, each with `remaining` cut to the room of its band. */
export function substitutesFor<Item extends Replaceable>(
  item: Item,
  items: readonly Item[],
  roomOfBand: ReadonlyMap<string, number> = new Map(),
): Item[] {
  const rankOf = (other: Item) => {
    const named = item.substitutes?.indexOf(other.productId) ?? -1
    if (named >= 0) return named
    const isOfBand = item.band !== undefined && other.band === item.band
    if (!isOfBand && other.category !== item.category) return undefined
    return 100 + (isOfBand ? 0 : 2) + (other.category === item.category ? 0 : 1)
  }
  return items
    .filter((other) => other.productId !== item.productId)
    .map((other) => withinRoom(other, roomOfBand.get(other.band ?? '')))
    .filter(hasSupply)
    .flatMap((other) => {
      const rank = rankOf(other)
      return rank === undefined ? [] : [{ other, rank, apart: Math.abs(other.price - item.price) }]
    })
    .sort((one, two) => one.rank - two.rank || one.apart - two.apart)
    .slice(0, MOST_SUBSTITUTES)
    .map(({ other }) => other)
}

/** A product with no more of it than the room of its band. */
export function withinRoom<Item extends Pick<LineOffer, 'remaining'>>(
  other: Item,
  room: number | undefined,
): Item {
  if (room === undefined || room >= (other.remaining ?? MOST_QUANTITY)) return other
  return { ...other, remaining: room }
}
