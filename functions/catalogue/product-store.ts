import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { Product, ProductIdField } from '#shared/catalogue'
import { fullGtin } from '#shared/gtin'
import { bareId, type ProductId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { cataloguePatterns } from './access-patterns.ts'

const productKind = itemKind('product', 2, Product, {
  1: (item) => ({ ...item, packs: [], pictures: [], substitutes: [] }),
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

/** All products there are, by code. */
export async function storedProducts(table: Table): Promise<Product[]> {
  const items = await table.queryAll(cataloguePatterns.products, {}, { isStrong: true })
  return items.map(productKind.read).sort((left, right) => (left.code < right.code ? -1 : 1))
}

/** Puts a product with its barcodes, each of which belongs to one product alone. */
export function productWrites(product: Product, before: Product | undefined): Write[] {
  return [
    {
      put: { ...productKind.write(product), ...productKey(product.productId) },
      ...insteadOf(before),
    },
    ...barcodeWrites(product.productId, gtinsOf(product), before ? gtinsOf(before) : []),
  ]
}

/** Takes a product away with its barcodes. */
export function productRemoval(before: Product): Write[] {
  return [
    { delete: productKey(before.productId), ...insteadOf(before) },
    ...barcodeWrites(before.productId, [], gtinsOf(before)),
  ]
}

function insteadOf(before: Product | undefined): Pick<Write, 'when' | 'onRefused'> {
  return {
    when: before ? { equals: { version: before.version } } : { absent: true },
    onRefused: (current: Item | undefined) =>
      new Problem('request.changed_meanwhile', { current: productKind.readMaybe(current)?.version ?? 0 }),
  }
}

/** All barcodes of a product and its packs, as 14 digits. */
export function gtinsOf({ barcode, packs }: Pick<Product, 'barcode' | 'packs'>): string[] {
  return [barcode, ...packs.map((pack) => pack.barcode)].flatMap((gtin) => (gtin ? [fullGtin(gtin)] : []))
}

function barcodeWrites(productId: ProductId, now: readonly string[], before: readonly string[]): Write[] {
  const given = now.map(
    (gtin): Write => ({
      put: { ...barcodeKind.write({ productId }), ...barcodeKey(gtin) },
      when: { equals: { productId }, orAbsent: true },
      onRefused: (current) =>
        new Problem('catalogue.barcode_taken', {
          barcode: gtin,
          productId: barcodeKind.readMaybe(current)?.productId,
        }),
    }),
  )
  const freed = before
    .filter((gtin) => !now.includes(gtin))
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
