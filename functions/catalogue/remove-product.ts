import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import type { World } from '#platform/world'
import { type Product, productKey, productRemoval } from './product-store.ts'
import { publishedProducts } from './published-offers.ts'
import { planProduct } from './save-product.ts'
import { publishedKey, readPublished } from './snapshot-store.ts'

/** Removes a product that was never on sale. One that is published may stand in orders: it is ended instead. */
export async function removeProduct(world: World, actor: Actor, product: Product): Promise<void> {
  const { productId, version: _version, pinyin: _pinyin, ...input } = product
  const published = await publishedProducts(
    world,
    readPublished(await world.table.get(publishedKey, { isStrong: true })),
  )
  if (published.has(productId)) {
    const plan = await planProduct(world, { ...input, state: 'ended' })
    return plan.commit(actor)
  }
  await commitChange(
    world,
    actor,
    {
      type: 'product.removed',
      subject: productKey(productId),
      about: { productId },
      change: { code: { from: product.code, to: null } },
    },
    [productRemoval(product)],
  )
}
