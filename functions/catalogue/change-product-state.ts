import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { Product, ProductState } from '#shared/catalogue'
import { getProduct } from './list-products.ts'
import { planProductChange, withoutVersion } from './save-product.ts'

/** Takes a product one step along its lifecycle. Leaving the sale holds at once, coming on sale with the next
 * publication. Throws `catalogue.product_not_found`, `catalogue.state_unreachable`, `request.changed_meanwhile`. */
export async function changeProductState(
  world: World,
  actor: Actor,
  input: { product: string; to: ProductState; baseVersion?: number },
): Promise<Product> {
  const before = await getProduct(world, input.product)
  const after = { ...withoutVersion(before), state: input.to }
  const plan = await planProductChange(world, 'product.state-changed', before, after, input.baseVersion)
  await plan.commit(actor)
  return { ...after, version: plan.version }
}
