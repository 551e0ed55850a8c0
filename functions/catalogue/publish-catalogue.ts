import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import type { World } from '#platform/world'
import { bareId, type ProductId } from '#shared/ids'
import { storedPrices, storedProducts } from './product-store.ts'
import {
  publishedKey,
  publishedWrite,
  putPriceSnapshot,
  putProductSnapshot,
  readPublished,
} from './snapshot-store.ts'

/** Makes the products on sale and the prices of `lists` (besides those in force already) what everyone orders by,
 * all at once: new immutable snapshots, then one pointer. */
export async function publishCatalogue(world: World, actor: Actor, lists: readonly string[]): Promise<void> {
  const before = readPublished(await world.table.get(publishedKey, { isStrong: true }))
  const snapshot = bareId(world.newId.event())
  const products = (await storedProducts(world.table)).filter((product) => product.state === 'on-sale')
  products.sort((left, right) => (left.code < right.code ? -1 : 1))
  await putProductSnapshot(world.table, snapshot, products)
  const prices: Record<string, string> = {}
  for (const list of new Set([...Object.keys(before?.prices ?? {}), ...lists])) {
    prices[list] = `${list}-${snapshot}`
    await putPriceSnapshot(world.table, prices[list], await pricesOnSale(world, list, products))
  }
  await commitChange(
    world,
    actor,
    {
      type: 'catalogue.published',
      subject: publishedKey,
      about: { snapshot },
      change: { products: products.length, lists: Object.keys(prices) },
    },
    [publishedWrite({ products: snapshot, prices }, before)],
  )
}

async function pricesOnSale(world: World, list: string, products: ReadonlyArray<{ productId: ProductId }>) {
  const stored = await storedPrices(world.table, list)
  return products.flatMap(({ productId }) => {
    const price = stored.get(bareId(productId))?.price
    return price === undefined ? [] : [[productId, price] as const]
  })
}
