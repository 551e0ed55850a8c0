import { type PlannedChange, planChange } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { Product } from '#shared/catalogue'
import type { ProductId } from '#shared/ids'
import { productKey, productRemoval } from './product-store.ts'
import { planProductChange, withoutVersion } from './save-product.ts'
import { idsOfSnapshot, storedPublished } from './snapshot-store.ts'

/** What taking a product away would do, to undo an import, from the product as it was read. One that is published may have been
 * ordered: it is ended instead, and the publication that follows takes it off sale. */
export async function planProductRemoval(world: World, before: Product): Promise<PlannedChange> {
  const { productId, version } = before
  if ((await publishedIds(world)).has(productId)) {
    const ended = { ...withoutVersion(before), state: 'ended' } as const
    return planProductChange(world, 'product.saved', before, ended, version, { isPublishedNext: true })
  }
  return planChange<object>(world, {
    type: 'product.removed',
    subject: productKey(productId),
    about: { productId },
    before: withoutVersion(before),
    after: {},
    version,
    writes: () => productRemoval(before),
  })
}

// Ids alone: an import of the largest size is taken back beside them.
async function publishedIds(world: World): Promise<ReadonlySet<ProductId>> {
  const published = await storedPublished(world.table)
  if (!published) return new Set<ProductId>()
  const { products } = published
  return world.remember(`product ids ${products}`, () => idsOfSnapshot(world.table, products))
}
