import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { ProductId } from '#shared/ids'
import type { Page, PageQuery } from '#shared/paging'
import type { Price } from '#shared/prices'
import { Problem } from '#shared/problems'
import type { BusinessDate } from '#shared/time'
import { indexedProducts } from './list-products.ts'
import { storedLists, storedPrices } from './price-store.ts'
import type { IndexedProduct } from './product-store.ts'

type RowFilter = { text?: string; asOf?: BusinessDate }

/** The rows of a list with their products, by code and first day; with `asOf` those alone that hold on that day. */
export async function pricesOfList(
  world: World,
  list: string,
  { text, asOf }: RowFilter = {},
): Promise<Price[]> {
  const productOf = new Map<ProductId, IndexedProduct>()
  for await (const product of indexedProducts(world, { text })) productOf.set(product.productId, product)
  const rows = await storedPrices(world.table, list)
  const found = rows.flatMap((row): Price[] => {
    const product = productOf.get(row.productId)
    return product && isInForce(row, asOf) ? [{ ...row, code: product.code, name: product.name }] : []
  })
  return found.sort((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1))
}

/** A page of the rows of a list; throws `catalogue.list_not_found`. `asker` binds the cursor. */
export async function pageOfPrices(
  world: World,
  asker: string,
  { list, limit, cursor, ...filter }: PageQuery & RowFilter & { list: string },
): Promise<Page<Price>> {
  await refuseUnknownList(world, list)
  const question = `prices ${asker} ${list} ${JSON.stringify(filter)}`
  const after = String(keyWithinCursor(cursor, question, world.config.secret)?.place ?? '')
  const left = (await pricesOfList(world, list, filter)).filter((price) => placeOf(price) > after)
  const items = left.slice(0, limit)
  const end = items.at(-1)
  const last = end && left.length > limit ? { place: placeOf(end) } : undefined
  return { items, nextCursor: cursorFrom(last, question, world.config.secret) }
}

/** Throws `catalogue.list_not_found` for a list that was never put in. */
export async function refuseUnknownList(world: World, list: string): Promise<void> {
  const lists = await storedLists(world.table)
  if (!lists.some((known) => known.list === list)) throw new Problem('catalogue.list_not_found', { list })
}

function isInForce({ from, until }: Price | { from?: string; until?: string }, on: BusinessDate | undefined) {
  return on === undefined || ((from === undefined || from <= on) && (until === undefined || on < until))
}

function placeOf({ code, from }: Price): string {
  return `${code} ${from ?? ''}`
}
