import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import { CodeField, type Product } from '#shared/catalogue'
import { isId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { getProduct } from './list-products.ts'
import { type ProductInput, planProduct } from './save-product.ts'

/** Puts a product in by the code or the id that its address names; an id must be there already. Throws
 * `catalogue.product_not_found` and what planning throws. */
export async function putProduct(
  world: World,
  actor: Actor,
  asked: { named: string; fields: Omit<ProductInput, 'code'>; baseVersion?: number },
): Promise<{ product: Product; isNew: boolean }> {
  const { named, fields, baseVersion } = asked
  const code = isId('product', named) ? (await getProduct(world, named)).code : named
  if (!CodeField.safeParse(code).success) throw new Problem('catalogue.product_not_found')
  const plan = await planProduct(world, { ...fields, code }, baseVersion)
  await plan.commit(actor)
  return { product: await getProduct(world, code), isNew: plan.verdict === 'new' }
}
