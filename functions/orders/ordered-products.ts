import { productsWithIds, publishedKey, publishedProducts, readPublished } from '#catalogue'
import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import { bareId, type ProductId } from '#shared/ids'
import type { Text } from '#shared/languages'
import type { OrderedProducts } from '#shared/orders'

/** What an order's page shows of its products; what is no longer on sale still has its name. */
export async function orderedProducts(
  world: World,
  published: Item | undefined,
  productIds: readonly ProductId[],
): Promise<OrderedProducts> {
  const ids = [...new Set(productIds)]
  const products = await publishedProducts(world, readPublished(published))
  const gone = await productsWithIds(
    world.table,
    ids.filter((productId) => !products.has(productId)),
  )
  const found = [...ids.map((productId) => products.get(productId)), ...gone].flatMap((product) => {
    if (!product) return []
    const { code, name, unit, category, glyph, colour } = product
    const picture = 'pictures' in product ? product.pictures[0] : product.picture
    return [[product.productId, { code, name, unit, category, glyph, colour, picture }] as const]
  })
  return Object.fromEntries(found)
}

/** What those of some products are called that are on sale no more, by id. */
export async function namesOfGone(
  world: World,
  productIds: readonly ProductId[],
): Promise<Record<string, Text>> {
  if (productIds.length === 0) return {}
  const published = readPublished(await world.table.get(publishedKey))
  const products = await publishedProducts(world, published)
  const stopped = productIds.filter((productId) => published?.stopped?.has(bareId(productId)))
  const absent = productIds.filter((productId) => !products.has(productId))
  const found = [
    ...stopped.flatMap((productId) => products.get(productId) ?? []),
    ...(await productsWithIds(world.table, absent)).flatMap((product) => product ?? []),
  ]
  return Object.fromEntries(found.map(({ productId, name }) => [productId, name]))
}
