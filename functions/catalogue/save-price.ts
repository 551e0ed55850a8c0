import type { Actor } from '#platform/actor'
import { type PlannedChange, planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { ProductId } from '#shared/ids'
import type { PriceRow } from '#shared/price-rules'
import { Problem } from '#shared/problems'
import type { BusinessDate } from '#shared/time'
import { priceFaults } from './price-faults.ts'
import { priceKey, priceRemovalWrites, priceWrite, type StoredPrice, storedPrice } from './price-store.ts'
import { storedProduct } from './product-store.ts'

/** What a list is to say of a product from a day on (from ever), until a day (for ever). */
export type PriceInput = PriceRow & { list: string; productId: ProductId }

/** Puts what a list asks for a product; it holds from the next publication on. */
export async function savePrice(
  world: World,
  actor: Actor,
  input: PriceInput,
): Promise<PlannedChange['verdict']> {
  const plan = await planPrice(world, input)
  await plan.commit(actor)
  return plan.verdict
}

/** What saving a price would do: the row of the same list, product and first day is replaced. With `baseVersion` only
 * while it has that version. Throws `catalogue.product_not_found`, `catalogue.price_malformed`. */
export async function planPrice(
  world: World,
  input: PriceInput,
  baseVersion?: number,
): Promise<PlannedChange> {
  const { list, productId, from } = input
  refuseMalformed(input)
  const product = await storedProduct(world.table, productId)
  if (!product) throw new Problem('catalogue.product_not_found')
  const before = await storedPrice(world.table, list, productId, from)
  return planPriceFrom(world, before, { ...input, code: product.code }, baseVersion)
}

/** The same from what the caller has read already; `code` is that of the product. */
export function planPriceFrom(
  world: World,
  before: StoredPrice | undefined,
  input: PriceInput & { code: string },
  baseVersion?: number,
): PlannedChange {
  const { list, productId, code, ...row } = input
  const { from, until, breaks, minimum, multiple } = row
  refuseMalformed(row)
  refuseOtherVersion(before?.version ?? 0, baseVersion)
  const after = {
    from,
    until,
    breaks: breaks?.map(({ atLeast, price }) => ({ atLeast, price })),
    minimum,
    multiple,
  }
  return planChange(world, {
    type: 'price.saved',
    subject: priceKey(list, productId, from),
    about: { productId, list },
    before: before && termsOf(before),
    after,
    version: before?.version ?? 0,
    writes: (version) => [priceWrite({ ...after, list, productId, code, version }, before)],
  })
}

/** Throws what `priceFaults` finds, with an entry for each field that is not right. */
export function refuseMalformed(row: PriceRow): void {
  const [first, ...others] = priceFaults(row)
  if (first) throw new Problem(first.code, first.facts, [first, ...others])
}

export type PriceNamed = { list: string; productId: ProductId; from?: BusinessDate }

/** A row of a list as it is kept now; undefined when there is none. */
export function priceNamed(
  world: World,
  { list, productId, from }: PriceNamed,
): Promise<StoredPrice | undefined> {
  return storedPrice(world.table, list, productId, from)
}

/** Takes a row away, from the next publication on; throws `catalogue.price_not_found`, `request.changed_meanwhile`. */
export async function removePrice(
  world: World,
  actor: Actor,
  named: PriceNamed & { baseVersion?: number },
): Promise<void> {
  const before = await priceNamed(world, named)
  if (!before) throw new Problem('catalogue.price_not_found')
  refuseOtherVersion(before.version, named.baseVersion)
  await planPriceRemoval(world, before).commit(actor)
}

/** What taking a row away would do, from the row as it was read. */
export function planPriceRemoval(world: World, before: StoredPrice): PlannedChange {
  const { list, productId, from, version } = before
  return planChange<object>(world, {
    type: 'price.removed',
    subject: priceKey(list, productId, from),
    about: { productId, list },
    before: termsOf(before),
    after: {},
    version,
    writes: () => priceRemovalWrites(before, world.clock.now()),
  })
}

function termsOf({ from, until, breaks, minimum, multiple }: StoredPrice) {
  return { from, until, breaks, minimum, multiple }
}
