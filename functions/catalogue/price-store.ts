import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { BusinessDateField } from '#shared/accounts'
import { ProductIdField } from '#shared/catalogue'
import { bareId, idOf, type ProductId } from '#shared/ids'
import { onePrice } from '#shared/price-rules'
import { PriceList, PriceRowField, RemovedPrice } from '#shared/prices'
import { Problem } from '#shared/problems'
import type { BusinessDate, Instant } from '#shared/time'
import { cataloguePatterns } from './access-patterns.ts'
import { codeKeyPart } from './product-store.ts'

const ROWS_A_PAGE = 100

const priceKind = itemKind(
  'price',
  2,
  PriceRowField.extend({
    list: z.string(),
    productId: ProductIdField,
    version: z.number().int(),
    /** Of the product; rows from before have it once the job `price-codes` is through. */
    code: z.string().optional(),
  }),
  {
    1: ({ price, ...item }) => ({
      ...item,
      productId: idOf('product', String(item.sk).slice('P#'.length)),
      breaks: onePrice(Number(price)),
    }),
  },
)
/** What a list says of a product from a day on (or from ever), until a day (or for ever). */
export type StoredPrice = ReturnType<(typeof priceKind)['read']>

const listKind = itemKind('price-list', 1, PriceList)
const removedKind = itemKind('price-removed', 1, RemovedPrice.omit({ name: true }))

/** The key of one row: a list says one thing of a product from a day on. */
export function priceKey(list: string, productId: ProductId, from: BusinessDate | undefined): Key {
  const parts = { list, productId: bareId(productId) }
  return from === undefined
    ? keyOf(cataloguePatterns.prices, parts)
    : keyOf(cataloguePatterns.datedPrices, { ...parts, from })
}

export async function storedPrice(
  table: Table,
  list: string,
  productId: ProductId,
  from: BusinessDate | undefined,
): Promise<StoredPrice | undefined> {
  return priceKind.readMaybe(await table.get(priceKey(list, productId, from), { isStrong: true }))
}

/** The rows with these names, in their order. */
export async function storedPricesNamed(
  table: Table,
  named: ReadonlyArray<{ list: string; productId: ProductId; from?: BusinessDate }>,
): Promise<Array<StoredPrice | undefined>> {
  const keys = named.map(({ list, productId, from }) => priceKey(list, productId, from))
  return (await table.getMany(keys, { isStrong: true })).map(priceKind.readMaybe)
}

/** All rows of a list, of one product or of all. */
export async function storedPrices(
  table: Table,
  list: string,
  productId?: ProductId,
): Promise<StoredPrice[]> {
  const parts = { list, ...(productId && { productId: bareId(productId) }) }
  const items = await table.queryAll(cataloguePatterns.prices, parts, { isStrong: true })
  return items.map(priceKind.read)
}

/** A place among the rows of a list, by code and first day. */
export type PricePlace = { code: string; from?: BusinessDate }

/** The first day of a row that holds from ever, as a key has it: before any day. */
const FROM_EVER = '0'
const DaysField = z.object({ from: BusinessDateField.optional(), until: BusinessDateField.optional() })

/** The next rows of a list behind `after` that `isWanted` by their days, by code and first day, at most so many. What was put
 * in within the last second may be missing; the rows are as they stand. */
export async function pricesByCode(
  table: Table,
  list: string,
  isWanted: (days: { from?: BusinessDate; until?: BusinessDate }) => boolean,
  { after, limit }: { after?: PricePlace; limit: number },
): Promise<StoredPrice[]> {
  const from = after && sortKeyOf(after)
  const keys: Key[] = []
  let last: Item | undefined
  do {
    const most = limit - keys.length + 1
    const page = await table.query(
      cataloguePatterns.pricesByCode,
      { list },
      { from, limit: most, after: last },
    )
    const found = page.items.filter((item) => item.gsi1sk !== from && isWanted(DaysField.parse(item.card)))
    keys.push(...found.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })))
    last = page.last
  } while (last && keys.length < limit)
  const items = await table.getMany(keys.slice(0, limit), { isStrong: true })
  return items.flatMap((item) => priceKind.readMaybe(item) ?? [])
}

/** The next rows of a list that have no place by code yet, page by page. */
export async function pricesWithoutCode(
  table: Table,
  list: string,
  after: Item | undefined,
): Promise<{ rows: StoredPrice[]; last?: Item }> {
  const page = { isStrong: true, limit: ROWS_A_PAGE, after }
  const { items, last } = await table.query(cataloguePatterns.prices, { list }, page)
  return { rows: items.map(priceKind.read).filter(({ code }) => code === undefined), last }
}

function indexedBy({ list, code, from, until }: StoredPrice) {
  if (code === undefined) return {}
  const parts = { list, code: codeKeyPart(code), from: from ?? FROM_EVER }
  return { ...indexKeyOf(cataloguePatterns.pricesByCode, parts), card: { from, until } }
}

function sortKeyOf({ code, from = FROM_EVER }: { code: string; from?: string }): string {
  return `${codeKeyPart(code)}#${from}`
}

export function priceWrite(price: StoredPrice, before: StoredPrice | undefined): Write {
  return {
    put: {
      ...priceKind.write(price),
      ...indexedBy(price),
      ...priceKey(price.list, price.productId, price.from),
    },
    ...insteadOf(before),
  }
}

/** Takes a row away, and remembers that it was there: its history stays. */
export function priceRemovalWrites(before: StoredPrice, removedAt: Instant): Write[] {
  const { list, productId, from } = before
  const row = `${bareId(productId)}${from ?? ''}`
  const key = keyOf(cataloguePatterns.removedPrices, { list, removedAt, row })
  return [
    { delete: priceKey(list, productId, from), ...insteadOf(before) },
    { put: { ...removedKind.write({ list, productId, from, removedAt }), ...key } },
  ]
}

/** A page of the rows that were taken away from a list, the last one first. */
export async function removedPrices(table: Table, list: string, limit: number, after?: Item) {
  const page = { limit, after, descending: true }
  const { items, last } = await table.query(cataloguePatterns.removedPrices, { list }, page)
  return { found: items.map(removedKind.read), last }
}

function insteadOf(before: { version: number } | undefined): Pick<Write, 'when' | 'onRefused'> {
  return {
    when: before ? { equals: { version: before.version } } : { absent: true },
    onRefused: (current: Item | undefined) =>
      new Problem('request.changed_meanwhile', { current: Number(current?.version ?? 0) }),
  }
}

export function listKey(list: string): Key {
  return keyOf(cataloguePatterns.lists, { list })
}

export async function storedLists(table: Table): Promise<PriceList[]> {
  const items = await table.queryAll(cataloguePatterns.lists, {}, { isStrong: true })
  return items.map(listKind.read)
}

export function listWrite(list: PriceList, before: PriceList | undefined): Write {
  return { put: { ...listKind.write(list), ...listKey(list.list) }, ...insteadOf(before) }
}
