import type { Actor } from '#platform/actor'
import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import { bareId, idOf, type ProductId } from '#shared/ids'
import type { PriceRow } from '#shared/price-rules'
import type { BusinessDate } from '#shared/time'
import { storedLists, storedPricesNamed } from './price-store.ts'
import { productsWithIds } from './product-store.ts'
import { commitPublication, recordLists } from './publish-catalogue.ts'
import { publishedProducts } from './published-offers.ts'
import { offeredOf, rowOf } from './read-draft.ts'
import {
  type ListRows,
  type OfferedProduct,
  type Published,
  pricesOfSnapshot,
  putPriceSnapshot,
  putProductSnapshot,
  storedPublished,
} from './snapshot-store.ts'

/** Products, and rows of price lists by their names. */
export type CatalogueParts = {
  products: ReadonlySet<ProductId>
  prices: ReadonlyArray<{ list: string; productId: ProductId; from?: BusinessDate }>
}

/** Publishes these products and rows as they are kept now; whatever else waits in the draft goes on waiting. Lists without
 * a record of their own get one. Throws `request.changed_meanwhile` when others publish all the time. */
export async function publishParts(world: World, actor: Actor, parts: CatalogueParts): Promise<void> {
  if (parts.products.size + parts.prices.length === 0) return
  await recordLists(
    world,
    actor,
    parts.prices.map(({ list }) => list),
  )
  await tryAgain(() => publishOnce(world, actor, parts), { races: ['request.changed_meanwhile'] })
}

async function publishOnce(world: World, actor: Actor, { products, prices }: CatalogueParts): Promise<void> {
  const before = await storedPublished(world.table)
  const snapshot = bareId(world.newId.event())
  const names = { ...before?.prices }
  for (const [list, named] of Map.groupBy(prices, ({ list }) => list)) {
    const rows = await patchedRows(world, before?.prices[list], named)
    names[list] = `${list}-${snapshot}`
    await putPriceSnapshot(world.table, names[list], rows)
  }
  const areProductsOld = before !== undefined && products.size === 0
  if (!areProductsOld)
    await putProductSnapshot(world.table, snapshot, await patchedProducts(world, before, products))
  const stopped = [...(before?.stopped ?? [])].filter((bare) => !products.has(idOf('product', bare)))
  const after = {
    products: areProductsOld ? before.products : snapshot,
    prices: names,
    companyList: before?.companyList ?? (await companyListOf(world, names)),
    ...(stopped.length > 0 && { stopped: new Set(stopped) }),
  }
  await commitPublication(world, actor, snapshot, before, after)
}

/** What is published with the products of these ids as they are now, in the order of codes. */
async function patchedProducts(
  world: World,
  before: Published | undefined,
  own: ReadonlySet<ProductId>,
): Promise<OfferedProduct[]> {
  const published = await publishedProducts(world, before)
  const others = [...published.values()].filter(({ productId }) => !own.has(productId))
  const stored = await productsWithIds(world.table, [...own], { isStrong: true })
  const offered = stored.flatMap((product) =>
    product && product.state !== 'draft' ? [offeredOf(product)] : [],
  )
  return [...others, ...offered].sort((left, right) => (left.code < right.code ? -1 : 1))
}

/** The rows of a published list with the named ones as they are now. */
async function patchedRows(
  world: World,
  snapshot: string | undefined,
  named: CatalogueParts['prices'],
): Promise<ListRows> {
  const published = snapshot
    ? await world.remember(`prices ${snapshot}`, () => pricesOfSnapshot(world.table, snapshot))
    : new Map<string, readonly PriceRow[]>()
  const rows = new Map(published)
  const stored = await storedPricesNamed(world.table, named)
  for (const [at, { productId, from }] of named.entries()) {
    const others = (rows.get(productId) ?? []).filter((row) => row.from !== from)
    const now = stored[at] ? [...others, rowOf(stored[at])] : others
    if (now.length === 0) rows.delete(productId)
    else rows.set(productId, now.toSorted(byFirstDay))
  }
  return rows
}

function byFirstDay(left: PriceRow, right: PriceRow): number {
  return (left.from ?? '') < (right.from ?? '') ? -1 : 1
}

async function companyListOf(world: World, published: Published['prices']): Promise<string | undefined> {
  const lists = await storedLists(world.table)
  return lists.find(({ list, level }) => level === 'company' && published[list] !== undefined)?.list
}
