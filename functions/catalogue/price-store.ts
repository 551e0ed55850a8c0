import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { ProductIdField } from '#shared/catalogue'
import { bareId, idOf, type ProductId } from '#shared/ids'
import { onePrice } from '#shared/price-rules'
import { PriceList, PriceRowField, RemovedPrice } from '#shared/prices'
import { Problem } from '#shared/problems'
import type { BusinessDate, Instant } from '#shared/time'
import { cataloguePatterns } from './access-patterns.ts'

const priceKind = itemKind(
  'price',
  2,
  PriceRowField.extend({ list: z.string(), productId: ProductIdField, version: z.number().int() }),
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

export function priceWrite(price: StoredPrice, before: StoredPrice | undefined): Write {
  return {
    put: { ...priceKind.write(price), ...priceKey(price.list, price.productId, price.from) },
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
