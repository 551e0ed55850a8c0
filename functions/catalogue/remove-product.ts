import type { Actor } from '#platform/actor'
import { planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { ProductId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { getProduct } from './list-products.ts'
import { productKey, productRemoval } from './product-store.ts'
import { publishedProducts } from './published-offers.ts'
import { withoutVersion } from './save-product.ts'
import { storedPublished } from './snapshot-store.ts'

/** Takes away a product on which nothing was built, to undo an import. Throws `catalogue.product_published` for one of
 * what is published: it may have been ordered, and is ended instead. */
export async function removeProduct(
  world: World,
  actor: Actor,
  { productId, baseVersion }: { productId: ProductId; baseVersion?: number },
): Promise<void> {
  const before = await getProduct(world, productId)
  const current = before.version
  refuseOtherVersion(current, baseVersion)
  const published = await publishedProducts(world, await storedPublished(world.table))
  if (published.has(productId)) throw new Problem('catalogue.product_published', { code: before.code })
  await planChange<object>(world, {
    type: 'product.removed',
    subject: productKey(productId),
    about: { productId },
    before: withoutVersion(before),
    after: {},
    version: current,
    writes: () => productRemoval(before),
  }).commit(actor)
}
