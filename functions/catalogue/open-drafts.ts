import { fieldChanges } from '#platform/audit/plan-change'
import { fingerprint } from '#platform/new-id'
import type { World } from '#platform/world'
import type { Product } from '#shared/catalogue'
import { bareId } from '#shared/ids'
import type { StoredPrice } from './price-store.ts'
import { publishedProducts } from './published-offers.ts'
import { offeredOf, rowOf } from './read-draft.ts'
import { pricesOfSnapshot, storedPublished } from './snapshot-store.ts'

/** Which products and rows are kept otherwise than they are published: someone has changes there that wait. */
export type OpenDrafts = {
  hasProduct(product: Product): boolean
  hasPrice(price: StoredPrice): Promise<boolean>
}

/** Tells open drafts from what is in force now; before the first publication there is none. */
export async function openDrafts(world: World): Promise<OpenDrafts> {
  const published = await storedPublished(world.table)
  if (!published) return { hasProduct: () => false, hasPrice: async () => false }
  const products = await publishedProducts(world, published)
  return {
    hasProduct: (product) => {
      const before = products.get(product.productId)
      if (product.state === 'draft') return before !== undefined
      // Taken off sale at once it is published as on sale still, and nothing waits.
      const isStopped = published.stopped?.has(bareId(product.productId)) === true
      const { state: _state, ...now } = offeredOf(product)
      const { state, ...then } = before ?? { state: undefined }
      if (!isStopped && state !== product.state) return true
      return Object.keys(fieldChanges(before && then, now)).length > 0
    },
    hasPrice: async (price) => {
      const snapshot = published.prices[price.list]
      const rows = snapshot
        ? await world.remember(`prices ${snapshot}`, () => pricesOfSnapshot(world.table, snapshot))
        : undefined
      const before = rows?.get(price.productId)?.find(({ from }) => from === price.from)
      return !before || fingerprint(rowOf(before)) !== fingerprint(rowOf(price))
    },
  }
}
