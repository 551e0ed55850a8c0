import type { Actor } from '#platform/actor'
import type { PlannedChange } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { Product, ProductState } from '#shared/catalogue'
import { getProduct } from './list-products.ts'
import { planProductChange, withoutVersion } from './save-product.ts'

type Step = { product: string; to: ProductState; baseVersion?: number }

/** Takes a product one step along its lifecycle. Leaving the sale holds at once, coming on sale with the next
 * publication. Throws `catalogue.product_not_found`, `catalogue.state_unreachable`, `request.changed_meanwhile`. */
export async function changeProductState(world: World, actor: Actor, input: Step): Promise<Product> {
  const plan = await planProductState(world, input)
  await plan.commit(actor)
  return getProduct(world, input.product)
}

/** What a step of a product along its lifecycle would do; throws what taking it throws. */
export async function planProductState(
  world: World,
  { product, to, baseVersion }: Step,
): Promise<PlannedChange> {
  const before = await getProduct(world, product)
  const after = { ...withoutVersion(before), state: to }
  return planProductChange(world, 'product.state-changed', before, after, baseVersion)
}
