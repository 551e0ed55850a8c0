import type { Actor } from '#platform/actor'
import { type PlannedChange, planChange } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { ProductId } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import { Problem } from '#shared/problems'
import { priceKey, priceWrite, storedPrice, storedProduct } from './product-store.ts'

export type PriceInput = { list: string; productId: ProductId; price: MinorUnits }

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

/** What saving a price would do; throws `catalogue.product_not_found`. */
export async function planPrice(world: World, input: PriceInput): Promise<PlannedChange> {
  const { list, productId, price } = input
  if (!(await storedProduct(world.table, productId))) throw new Problem('catalogue.product_not_found')
  const before = await storedPrice(world.table, list, productId)
  return planChange(world, {
    type: 'price.saved',
    subject: priceKey(list, productId),
    about: { productId, list },
    before: before && { price: before.price },
    after: { price },
    version: before?.version ?? 0,
    writes: (version) => [priceWrite(productId, { list, price, version }, before)],
  })
}
