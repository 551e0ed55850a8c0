import type { ProductId } from '#shared/ids'

/** What a shop may take of a price band in all: its limits together divided by 1.3, rounded down, in whole numbers
 * (supply and ordering, section 3). 12, 8 and 6 give 20. */
export function bandCapOf(limits: readonly number[]): number {
  return Math.floor((limits.reduce((sum, limit) => sum + limit, 0) * 10) / 13)
}

/** True when the cap of a band was given and does not follow from the limits of its grade. A release from before this was
 * noted does not say; then a cap that is another than theirs was given. */
export function isCapGiven(
  { cap, products, isGiven }: { cap: number; products: readonly string[]; isGiven?: true },
  limits: Readonly<Record<string, number>>,
): boolean {
  return isGiven === true || cap !== bandCapOf(products.map((bare) => limits[bare] ?? 0))
}

/** True for a shop that is called on every other week. */
export function isBiweekly(batch: string): boolean {
  return /^(odd|even)-/.test(batch)
}

/** One taking (or giving back, when negative) of a first-come product from one shard of its counter. */
export type Taking = { productId: ProductId; shard: number; quantity: number }

/** How one product's change is taken from the shards of its counter: from the `preferred` one when that holds enough,
 * else from as few as possible, the fullest first. `left` is what each shard holds; undefined takes all from the
 * preferred one, unseen. Undefined when all shards together hold less than asked. */
export function planTaking(
  productId: ProductId,
  quantity: number,
  shards: number,
  preferred: number,
  left?: readonly number[],
): Taking[] | undefined {
  if (quantity === 0) return []
  const shard = preferred % shards
  const isEnough = !left || (left[shard] ?? 0) >= quantity
  return isEnough ? [{ productId, shard, quantity }] : spread(productId, quantity, left)
}

function spread(productId: ProductId, quantity: number, left: readonly number[]): Taking[] | undefined {
  const takings: Taking[] = []
  const fullestFirst = left.map((held, shard) => ({ shard, held })).sort((one, two) => two.held - one.held)
  let open = quantity
  for (const { shard, held } of fullestFirst) {
    if (open === 0) break
    const taken = Math.min(held, open)
    takings.push({ productId, shard, quantity: taken })
    open -= taken
  }
  return open === 0 ? takings : undefined
}
