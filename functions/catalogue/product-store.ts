import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { ProductCard } from '#shared/catalogue'
import { bareId, idOf, type ProductId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { cataloguePatterns } from './access-patterns.ts'

const productKind = itemKind(
  'product',
  1,
  ProductCard.extend({
    taxRate: z.number().int(),
    state: z.enum(['draft', 'on-sale', 'suspended', 'ended']),
    version: z.number().int(),
  }),
)
/** A product as the company keeps it; `taxRate` in basis points. */
export type Product = ReturnType<(typeof productKind)['read']>

const priceKind = itemKind(
  'price',
  1,
  z.object({ list: z.string(), price: z.number().int(), version: z.number().int() }),
)
/** What one list asks for one unit of a product, in minor units with tax. */
export type Price = ReturnType<(typeof priceKind)['read']>

export function productKey(productId: ProductId): Key {
  return keyOf(cataloguePatterns.products, { productId: bareId(productId) })
}

export async function storedProduct(table: Table, productId: ProductId): Promise<Product | undefined> {
  return productKind.readMaybe(await table.get(productKey(productId), { isStrong: true }))
}

/** The products with these ids, in their order; undefined where there is none. */
export async function storedProductsOf(
  table: Table,
  productIds: readonly ProductId[],
): Promise<Array<Product | undefined>> {
  const items = await table.getMany(productIds.map(productKey), { isStrong: true })
  return items.map(productKind.readMaybe)
}

export async function storedProducts(table: Table): Promise<Product[]> {
  const items = await table.queryAll(cataloguePatterns.products, {}, { isStrong: true })
  return items.map(productKind.read)
}

/** A page of all products, and where it ended. */
export async function pageOfProducts(table: Table, limit: number, after?: Item) {
  const { items, last } = await table.query(cataloguePatterns.products, {}, { limit, after })
  return { products: items.map(productKind.read), last }
}

/** A page of the prices of a list, and where it ended. */
export async function pageOfPrices(table: Table, list: string, limit: number, after?: Item) {
  const { items, last } = await table.query(cataloguePatterns.prices, { list }, { limit, after })
  const prices = items.map((item) => ({
    ...priceKind.read(item),
    productId: idOf('product', String(item.sk).slice('P#'.length)),
  }))
  return { prices, last }
}

export function productWrite(product: Product, before: Product | undefined): Write {
  return {
    put: { ...productKind.write(product), ...productKey(product.productId) },
    when: before ? { equals: { version: before.version } } : { absent: true },
    onRefused: () => new Problem('request.changed_meanwhile', { current: (before?.version ?? 0) + 1 }),
  }
}

/** Removes a product as it was read. */
export function productRemoval({ productId, version }: Product): Write {
  return removal(productKey(productId), version)
}

/** Removes a price as it was read. */
export function priceRemoval(productId: ProductId, { list, version }: Price): Write {
  return removal(priceKey(list, productId), version)
}

function removal(key: Key, version: number): Write {
  return {
    delete: key,
    when: { equals: { version } },
    onRefused: () => new Problem('request.changed_meanwhile', { current: version + 1 }),
  }
}

export function priceKey(list: string, productId: ProductId): Key {
  return keyOf(cataloguePatterns.prices, { list, productId: bareId(productId) })
}

export async function storedPrice(
  table: Table,
  list: string,
  productId: ProductId,
): Promise<Price | undefined> {
  return priceKind.readMaybe(await table.get(priceKey(list, productId), { isStrong: true }))
}

/** The prices of these products in these lists, in their order. */
export async function storedPricesOf(
  table: Table,
  wanted: ReadonlyArray<{ list: string; productId: ProductId }>,
): Promise<Array<Price | undefined>> {
  const keys = wanted.map(({ list, productId }) => priceKey(list, productId))
  return (await table.getMany(keys, { isStrong: true })).map(priceKind.readMaybe)
}

/** The prices of a list by bare product id. */
export async function storedPrices(table: Table, list: string): Promise<Map<string, Price>> {
  const items = await table.queryAll(cataloguePatterns.prices, { list }, { isStrong: true })
  return new Map(items.map((item) => [String(item.sk).slice('P#'.length), priceKind.read(item)]))
}

export function priceWrite(productId: ProductId, price: Price, before: Price | undefined): Write {
  return {
    put: { ...priceKind.write(price), ...priceKey(price.list, productId) },
    when: before ? { equals: { version: before.version } } : { absent: true },
    onRefused: () => new Problem('request.changed_meanwhile', { current: (before?.version ?? 0) + 1 }),
  }
}
