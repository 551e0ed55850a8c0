import * as z from 'zod'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import { BusinessDateField } from '#shared/accounts'
import type { ProductId } from '#shared/ids'
import type { Page, PageQuery } from '#shared/paging'
import type { Price } from '#shared/prices'
import { Problem } from '#shared/problems'
import type { BusinessDate } from '#shared/time'
import { indexedProducts } from './list-products.ts'
import { type PricePlace, pricesByCode, type StoredPrice, storedLists, storedPrices } from './price-store.ts'
import { type IndexedProduct, productsWithIds } from './product-store.ts'
import { productIdOfCode } from './save-product.ts'

/** Of each shard of the index of products, while a text is looked for. */
const PRODUCTS_A_READ = 500
/** Of found products, the rows of as many are read at once; and of as many at most for one page. */
const PRODUCTS_A_PART = 25
const MOST_LOOKED_AT = 250
const LAST_DAY = '9999-12-31'

type Days = { from?: BusinessDate; until?: BusinessDate }
const CursorPlace = z.object({ code: z.string(), from: BusinessDateField.optional() }).optional()

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

/** A page of the rows of a list, which costs no more however long the list is; with `text`, those of the products that it
 * finds, and fewer than `limit` where few of them are in the list. Throws `catalogue.list_not_found`. `asker` binds the cursor. */
export async function pageOfPrices(
  world: World,
  asker: string,
  { list, limit, cursor, ...filter }: PageQuery & RowFilter & { list: string },
): Promise<Page<Price>> {
  await refuseUnknownList(world, list)
  const question = `prices ${asker} ${list} ${JSON.stringify(filter)}`
  const after = CursorPlace.parse(keyWithinCursor(cursor, question, world.config.secret))
  const { rows, last } = await nextRows(world, list, filter, { after, limit })
  const products = await productsWithIds(
    world.table,
    rows.map(({ productId }) => productId),
  )
  const items = rows.flatMap((row, at): Price[] => {
    const product = products[at]
    return product ? [{ ...row, code: product.code, name: product.name }] : []
  })
  return { items, nextCursor: cursorFrom(last, question, world.config.secret) }
}

type Stretch = { after: PricePlace | undefined; limit: number }
/** Rows of a list, and where to go on unless there are no more. */
type Rows = { rows: StoredPrice[]; last?: PricePlace }

async function nextRows(
  world: World,
  list: string,
  filter: RowFilter,
  { after, limit }: Stretch,
): Promise<Rows> {
  const isWanted = (days: Days) => isInForce(days, filter.asOf)
  if (filter.text) return rowsOfFound(world, list, { text: filter.text, isWanted }, { after, limit })
  const rows = await pricesByCode(world.table, list, isWanted, { after, limit: limit + 1 })
  return cutTo(limit, rows)
}

type Wanted = { text: string; isWanted: (days: Days) => boolean }

/** The next rows of the products that a text finds: first what is left of the one where the page before ended. */
async function rowsOfFound(
  world: World,
  list: string,
  { text, isWanted }: Wanted,
  { after, limit }: Stretch,
): Promise<Rows> {
  const rowsOf = async (productIds: readonly ProductId[]) => {
    const of = await Promise.all(productIds.map((productId) => storedPrices(world.table, list, productId)))
    return of.flat().filter(isWanted)
  }
  const left = after ? await rowsOf([productIdOfCode(after.code)]) : []
  const rows = left.filter(({ from = '' }) => from > (after?.from ?? ''))
  let part: ProductId[] = []
  let looked = 0
  const from = { after: after?.code ?? '', most: PRODUCTS_A_READ }
  for await (const { productId, code } of indexedProducts(world, { text }, from)) {
    part.push(productId)
    looked += 1
    if (part.length < PRODUCTS_A_PART) continue
    rows.push(...(await rowsOf(part)))
    part = []
    if (rows.length > limit) return cutTo(limit, rows)
    if (looked >= MOST_LOOKED_AT) return { rows, last: { code, from: LAST_DAY } }
  }
  return cutTo(limit, [...rows, ...(await rowsOf(part))])
}

function cutTo(limit: number, rows: StoredPrice[]): Rows {
  const end = rows[limit - 1]
  const isMore = rows.length > limit && end?.code !== undefined
  return { rows: rows.slice(0, limit), ...(isMore && { last: { code: end.code ?? '', from: end.from } }) }
}

/** Throws `catalogue.list_not_found` for a list that was never put in. */
export async function refuseUnknownList(world: World, list: string): Promise<void> {
  const lists = await storedLists(world.table)
  if (!lists.some((known) => known.list === list)) throw new Problem('catalogue.list_not_found', { list })
}

function isInForce({ from, until }: Days, on: BusinessDate | undefined) {
  return on === undefined || ((from === undefined || from <= on) && (until === undefined || on < until))
}

function placeOf({ code, from }: Price): string {
  return `${code} ${from ?? ''}`
}
