import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { ProductCard } from '#shared/catalogue'
import type { ProductId } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import { Problem } from '#shared/problems'
import { cataloguePatterns } from './access-patterns.ts'

/** Products a chunk: some 400 bytes each keep an item far below 400 KB. */
const PRODUCTS_A_CHUNK = 400

const publishedKind = itemKind(
  'catalogue-published',
  1,
  z.object({ version: z.number().int(), products: z.string(), prices: z.record(z.string(), z.string()) }),
)
/** What is in force: the snapshot of the products, and that of each price list. */
export type Published = ReturnType<(typeof publishedKind)['read']>

const OfferedProduct = ProductCard.extend({ taxRate: z.number().int() })
export type OfferedProduct = z.infer<typeof OfferedProduct>
const productChunk = itemKind('catalogue-products', 1, z.object({ products: z.array(OfferedProduct) }))
const priceChunk = itemKind(
  'catalogue-prices',
  1,
  z.object({ prices: z.record(z.string(), z.number().int()) }),
)

export const publishedKey: Key = keyOf(cataloguePatterns.published, {})

export function readPublished(item: Item | undefined): Published | undefined {
  return publishedKind.readMaybe(item)
}

/** Flips the pointer to new snapshots, unless someone else has flipped it since `before` was read. */
export function publishedWrite(published: Omit<Published, 'version'>, before: Published | undefined): Write {
  const version = (before?.version ?? 0) + 1
  return {
    put: { ...publishedKind.write({ ...published, version }), ...publishedKey },
    when: before ? { equals: { version: before.version } } : { absent: true },
    onRefused: () => new Problem('request.changed_meanwhile', { current: version }),
  }
}

export async function putProductSnapshot(
  table: Table,
  snapshot: string,
  products: readonly OfferedProduct[],
): Promise<void> {
  for (const [chunk, part] of chunksOf(products)) {
    const key = keyOf(cataloguePatterns.productSnapshot, { snapshot, chunk })
    await table.commit([{ put: { ...productChunk.write({ products: [...part] }), ...key } }])
  }
}

export async function putPriceSnapshot(
  table: Table,
  snapshot: string,
  prices: ReadonlyArray<readonly [ProductId, MinorUnits]>,
): Promise<void> {
  for (const [chunk, part] of chunksOf(prices)) {
    const key = keyOf(cataloguePatterns.priceSnapshot, { snapshot, chunk })
    await table.commit([{ put: { ...priceChunk.write({ prices: Object.fromEntries(part) }), ...key } }])
  }
}

/** The products of a snapshot, in the order in which they were published. */
export async function productsOfSnapshot(table: Table, snapshot: string): Promise<OfferedProduct[]> {
  const items = await table.queryAll(cataloguePatterns.productSnapshot, { snapshot })
  return items.flatMap((item) => productChunk.read(item).products)
}

export async function pricesOfSnapshot(table: Table, snapshot: string): Promise<Map<string, MinorUnits>> {
  const items = await table.queryAll(cataloguePatterns.priceSnapshot, { snapshot })
  return new Map(items.flatMap((item) => Object.entries(priceChunk.read(item).prices)))
}

function* chunksOf<Value>(values: readonly Value[]): Generator<[string, readonly Value[]]> {
  for (let start = 0; start < values.length; start += PRODUCTS_A_CHUNK) {
    yield [String(start).padStart(7, '0'), values.slice(start, start + PRODUCTS_A_CHUNK)]
  }
}
