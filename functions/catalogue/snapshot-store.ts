import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { AudienceField, ProductCard, productStateNames } from '#shared/catalogue'
import { bareId, type ProductId } from '#shared/ids'
import type { PriceRow } from '#shared/price-rules'
import { Problem } from '#shared/problems'
import { cataloguePatterns } from './access-patterns.ts'
import { packedRow, packRow, unpackRow } from './packed-price-store.ts'

/** Characters of JSON a chunk: an item stays below 400 KB whatever its letters are. */
const CHARACTERS_A_CHUNK = 100_000

const publishedKind = itemKind(
  'catalogue-published',
  1,
  z.object({
    version: z.number().int(),
    products: z.string(),
    prices: z.record(z.string(), z.string()),
    /** The list that holds for everyone whom no nearer one serves. */
    companyList: z.string().optional(),
    /** Products taken off sale since, by bare id: they are gone at once. */
    stopped: z.set(z.string()).optional(),
  }),
)
/** What is in force: the snapshot of the products, and that of each price list. */
export type Published = ReturnType<(typeof publishedKind)['read']>

const OfferedProduct = ProductCard.extend({
  taxRate: z.number().int(),
  state: z.enum(productStateNames),
  audience: AudienceField.optional(),
})
export type OfferedProduct = z.infer<typeof OfferedProduct>
const productChunk = itemKind('catalogue-products', 2, z.object({ products: z.array(OfferedProduct) }), {
  1: (item) => ({
    ...item,
    products: z
      .array(z.object({}).loose())
      .parse(item.products)
      .map((product) => ({ ...product, state: 'on-sale' })),
  }),
})
const priceChunk = itemKind(
  'catalogue-prices',
  2,
  z.object({ prices: z.record(z.string(), z.array(packedRow)) }),
  {
    1: (item) => ({
      ...item,
      prices: Object.fromEntries(
        Object.entries(z.record(z.string(), z.number()).parse(item.prices)).map(([productId, price]) => [
          productId,
          [{ b: [[1, price]] }],
        ]),
      ),
    }),
  },
)

export const publishedKey: Key = keyOf(cataloguePatterns.published, {})

const ListSnapshots = z.record(z.string(), z.string())
const PublishedEvent = z.object({
  version: z.object({ to: z.number().int() }),
  products: z.object({ from: z.string().nullable(), to: z.string() }),
  prices: z.object({ from: ListSnapshots.nullable(), to: ListSnapshots }),
})

/** Which snapshots the event of a publication put in place of which. */
export function snapshotsTold(change: unknown) {
  const { version, products, prices } = PublishedEvent.parse(change)
  const { from: lists } = prices
  const before = products.from !== null && lists ? { products: products.from, prices: lists } : undefined
  return { version: version.to, before, after: { products: products.to, prices: prices.to } }
}

export function readPublished(item: Item | undefined): Published | undefined {
  return publishedKind.readMaybe(item)
}

export async function storedPublished(table: Table): Promise<Published | undefined> {
  return readPublished(await table.get(publishedKey, { isStrong: true }))
}

/** Flips the pointer to new snapshots, unless someone else has flipped it since `before` was read. */
export function publishedWrite(published: Omit<Published, 'version'>, before: Published | undefined): Write {
  const version = (before?.version ?? 0) + 1
  return {
    put: { ...publishedKind.write({ ...published, version }), ...publishedKey },
    when: before ? { equals: { version: before.version } } : { absent: true },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: publishedKind.readMaybe(current)?.version ?? 0 }),
  }
}

/** Takes a product off sale at once, before the next publication says so too. */
export function stopWrite(productId: ProductId): Write {
  return {
    update: publishedKey,
    change: { add: { version: 1, stopped: new Set([bareId(productId)]) } },
    when: { present: true },
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

/** The rows of one list by the id of their product. */
export type ListRows = ReadonlyMap<string, readonly PriceRow[]>

export async function putPriceSnapshot(table: Table, snapshot: string, prices: ListRows): Promise<void> {
  const packed = [...prices].map(([productId, rows]) => [productId, rows.map(packRow)] as const)
  for (const [chunk, part] of chunksOf(packed)) {
    const key = keyOf(cataloguePatterns.priceSnapshot, { snapshot, chunk })
    await table.commit([{ put: { ...priceChunk.write({ prices: Object.fromEntries(part) }), ...key } }])
  }
}

/** The products of a snapshot, in the order in which they were published. */
export async function productsOfSnapshot(table: Table, snapshot: string): Promise<OfferedProduct[]> {
  const products: OfferedProduct[] = []
  for await (const product of eachOfSnapshot(table, snapshot)) products.push(product)
  return products
}

/** Which products a snapshot holds. */
export async function idsOfSnapshot(table: Table, snapshot: string): Promise<ReadonlySet<ProductId>> {
  const ids = new Set<ProductId>()
  for await (const { productId } of eachOfSnapshot(table, snapshot)) ids.add(productId)
  return ids
}

// A page at a time, so that nobody holds the chunks beside what is in them.
async function* eachOfSnapshot(table: Table, snapshot: string): AsyncGenerator<OfferedProduct> {
  let after: Item | undefined
  do {
    const page = await table.query(cataloguePatterns.productSnapshot, { snapshot }, { after })
    for (const item of page.items) yield* productChunk.read(item).products
    after = page.last
  } while (after)
}

export async function pricesOfSnapshot(
  table: Table,
  snapshot: string,
): Promise<Map<string, readonly PriceRow[]>> {
  const items = await table.queryAll(cataloguePatterns.priceSnapshot, { snapshot })
  return new Map(
    items.flatMap((item) =>
      Object.entries(priceChunk.read(item).prices).map(
        ([productId, rows]) => [productId, rows.map(unpackRow)] as const,
      ),
    ),
  )
}

function* chunksOf<Value>(values: readonly Value[]): Generator<[string, Value[]]> {
  let part: Value[] = []
  let size = 0
  let count = 0
  for (const value of values) {
    const length = JSON.stringify(value).length
    if (part.length > 0 && size + length > CHARACTERS_A_CHUNK) {
      yield [String(count++).padStart(7, '0'), part]
      ;[part, size] = [[], 0]
    }
    part.push(value)
    size += length
  }
  if (part.length > 0) yield [String(count).padStart(7, '0'), part]
}
