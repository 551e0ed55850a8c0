import type { World } from '#platform/world'
import type { ProductId } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import { Problem } from '#shared/problems'
import {
  type OfferedProduct,
  type Published,
  pricesOfSnapshot,
  productsOfSnapshot,
} from './snapshot-store.ts'

/** The products in force with the prices of one list; both immutable, so a process keeps them by their names. */
export type Offers = {
  products: ReadonlyMap<ProductId, OfferedProduct>
  prices: ReadonlyMap<string, MinorUnits>
  /** Names both snapshots: equal text, equal offers. */
  name: string
}

/** What customers of a price list are offered; throws `catalogue.not_published`. */
export async function publishedOffers(
  world: World,
  published: Published | undefined,
  list: string,
): Promise<Offers> {
  const priceSnapshot = published?.prices[list]
  if (!published || !priceSnapshot) throw new Problem('catalogue.not_published')
  const [products, prices] = await Promise.all([
    world.remember(`products ${published.products}`, async () =>
      byId(await productsOfSnapshot(world.table, published.products)),
    ),
    world.remember(`prices ${priceSnapshot}`, () => pricesOfSnapshot(world.table, priceSnapshot)),
  ])
  return { products, prices, name: `${published.products} ${priceSnapshot}` }
}

/** The products of what is published now, whatever they cost. */
export async function publishedProducts(world: World, published: Published | undefined) {
  if (!published) return new Map<ProductId, OfferedProduct>()
  return world.remember(`products ${published.products}`, async () =>
    byId(await productsOfSnapshot(world.table, published.products)),
  )
}

function byId(products: readonly OfferedProduct[]): Map<ProductId, OfferedProduct> {
  return new Map(products.map((product) => [product.productId, product]))
}
