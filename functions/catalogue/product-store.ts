import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { SHARDS, shardOf } from '#platform/storage/sharded-query'
import type { Write } from '#platform/storage/write'
import { Product, ProductIdField } from '#shared/catalogue'
import { fullGtin } from '#shared/gtin'
import { bareId, type ProductId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { cataloguePatterns } from './access-patterns.ts'

const productKind = itemKind('product', 3, Product, {
  1: (item) => ({ ...item, packs: [], pictures: [], substitutes: [] }),
  2: (item) => ({ ...item, ...indexedBy(Product.parse(item)) }),
})

const barcodeKind = itemKind('barcode', 1, z.object({ productId: ProductIdField }))

export function productKey(productId: ProductId): Key {
  return keyOf(cataloguePatterns.products, { productId: bareId(productId) })
}

export async function storedProduct(table: Table, productId: ProductId): Promise<Product | undefined> {
  return productKind.readMaybe(await table.get(productKey(productId), { isStrong: true }))
}

/** The products with these ids, in their order; undefined where there is none. */
export async function productsWithIds(
  table: Table,
  productIds: readonly ProductId[],
  options: { isStrong?: boolean } = {},
): Promise<Array<Product | undefined>> {
  const items = await table.getMany(productIds.map(productKey), options)
  return items.map(productKind.readMaybe)
}

/** All products there are, in no order, a page at a time, so that nobody holds them twice. */
export async function* storedProducts(table: Table): AsyncGenerator<Product> {
  let after: Item | undefined
  do {
    const page = await table.query(cataloguePatterns.products, {}, { isStrong: true, after })
    for (const item of page.items) yield productKind.read(item)
    after = page.last
  } while (after)
}

/** Products that were put in side by side do not all wait for one partition of the index. */

const IndexedProduct = Product.pick({
  productId: true,
  code: true,
  name: true,
  pinyin: true,
  barcode: true,
  brand: true,
  category: true,
  state: true,
})
/** What a list of products is narrowed and searched by. */
export type IndexedProduct = z.infer<typeof IndexedProduct>

/** The next products in the order of their codes behind `after`: some at least, at most `most` of each shard; `isEnd` when
 * no more follow. What was saved within the last second may be missing. */
export async function productsByCode(
  table: Table,
  after: string,
  most: number,
): Promise<{ products: IndexedProduct[]; isEnd: boolean }> {
  const range = after === '' ? {} : { from: codeKeyPart(after) }
  const shards = await Promise.all(
    SHARDS.map((shard) =>
      table.query(cataloguePatterns.productsByCode, { shard }, { ...range, limit: most + 1 }),
    ),
  )
  // Behind where a shard was cut off, the others may be ahead of it.
  const cut = shards.flatMap(({ items, last }) => (last ? [placeOf(items.at(-1))] : []))
  const sorted = shards
    .flatMap(({ items }) => items)
    .filter((item) => cut.every((place) => placeOf(item) <= place))
    .sort((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1))
  const products = sorted.map((item) => IndexedProduct.parse(item.card))
  return { products: products.filter(({ code }) => code !== after), isEnd: cut.length === 0 }
}

function placeOf(item: Item | undefined): string {
  return String(item?.gsi1sk ?? '')
}

function indexedBy(product: Product) {
  const { productId, code } = product
  const shard = shardOf(productId)
  const index = indexKeyOf(cataloguePatterns.productsByCode, { shard, code: codeKeyPart(code) })
  return { ...index, card: IndexedProduct.parse(product) }
}

/** A code as part of a key, in the same order: what is not plain ASCII, or has a meaning in keys, stands as its number. */
export function codeKeyPart(code: string): string {
  return code.replace(/[^ -"$&-|]/gu, (letter) => `}${letter.codePointAt(0)?.toString(16).padStart(6, '0')}`)
}

/** Puts a product with its barcodes, each of which belongs to one product alone. */
export function productWrites(product: Product, before: Product | undefined): Write[] {
  return [
    {
      put: { ...productKind.write(product), ...indexedBy(product), ...productKey(product.productId) },
      ...insteadOf(before),
    },
    ...barcodeWrites(product.productId, product, before ? gtinsOf(before) : []),
  ]
}

/** Takes a product away with its barcodes. */
export function productRemoval(before: Product): Write[] {
  return [
    { delete: productKey(before.productId), ...insteadOf(before) },
    ...barcodeWrites(before.productId, { packs: [] }, gtinsOf(before)),
  ]
}

function insteadOf(before: Product | undefined): Pick<Write, 'when' | 'onRefused'> {
  return {
    when: before ? { equals: { version: before.version } } : { absent: true },
    onRefused: (current: Item | undefined) =>
      new Problem('request.changed_meanwhile', { current: productKind.readMaybe(current)?.version ?? 0 }),
  }
}

type Barcodes = Pick<Product, 'barcode' | 'packs'>

/** All barcodes of a product and its packs, as 14 digits, each with the field it stands in. */
function barcodesOf({ barcode, packs }: Barcodes): Array<{ path: string; gtin: string }> {
  const named = [barcode, ...packs.map((pack) => pack.barcode)]
  return named.flatMap((gtin, at) => {
    const path = at === 0 ? 'barcode' : `packs.${at - 1}.barcode`
    return gtin ? [{ path, gtin: fullGtin(gtin) }] : []
  })
}

function gtinsOf(product: Barcodes): string[] {
  return barcodesOf(product).map(({ gtin }) => gtin)
}

function barcodeTaken(gtin: string, path: string, current: Item | undefined): Problem {
  const code = 'catalogue.barcode_taken'
  const facts = { barcode: gtin, productId: barcodeKind.readMaybe(current)?.productId }
  return new Problem(code, facts, [{ path, code, facts }])
}

function barcodeWrites(productId: ProductId, now: Barcodes, before: readonly string[]): Write[] {
  const kept = barcodesOf(now)
  const given = kept.map(
    ({ path, gtin }): Write => ({
      put: { ...barcodeKind.write({ productId }), ...barcodeKey(gtin) },
      when: { equals: { productId }, orAbsent: true },
      onRefused: (current) => barcodeTaken(gtin, path, current),
    }),
  )
  const freed = before
    .filter((gtin) => !kept.some((one) => one.gtin === gtin))
    .map((gtin): Write => ({ delete: barcodeKey(gtin), when: { equals: { productId }, orAbsent: true } }))
  return [...given, ...freed]
}

/** The product that carries a barcode, given in any length. */
export async function productOfBarcode(table: Table, gtin: string): Promise<ProductId | undefined> {
  return barcodeKind.readMaybe(await table.get(barcodeKey(fullGtin(gtin))))?.productId
}

function barcodeKey(gtin: string): Key {
  return keyOf(cataloguePatterns.barcode, { gtin })
}
