import * as z from 'zod'
import { keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { CustomerIdField, UnitPathField } from '#shared/accounts'
import { bareId, type CustomerId, type CycleId } from '#shared/ids'
import { OrderIdField } from '#shared/orders'
import { type Instant, millisecondsOf } from '#shared/time'
import { oddityPatterns } from './access-patterns.ts'
import type { ShopFacts } from './oddity-rules.ts'

/** Then the marks of where orders came from are gone, whatever became of the look. */
const SECONDS_KEPT = 7 * 86_400

const order = { orderId: OrderIdField, number: z.string() }
const StoredShops: z.ZodType<ShopFacts[]> = z.array(
  z.object({
    customerId: CustomerIdField,
    unitPath: UnitPathField,
    print: z.string(),
    lines: z.number(),
    quantity: z.number(),
    tags: z.array(z.string()),
    orders: z.array(z.object({ ...order, total: z.number() })),
    late: z.object({ ...order, secondsBefore: z.number(), from: z.number(), to: z.number() }).optional(),
    swing: z.object({ quantity: z.number(), mean: z.number(), cycles: z.number() }).optional(),
  }),
)
// One text for a hundred shops instead of a tree of attributes: all of them are read at once.
const partKind = itemKind('oddity-part', 1, z.object({ shops: z.string() }))

/** Keeps what the shops of one step ordered until all of a cycle are compared; the same step puts the same. */
export function partWrite(
  cycleId: CycleId,
  { first, shops, now }: { first: CustomerId; shops: readonly ShopFacts[]; now: Instant },
): Write {
  const key = keyOf(oddityPatterns.parts, { cycle: bareId(cycleId), customerId: bareId(first) })
  const expires = Math.floor(millisecondsOf(now) / 1000) + SECONDS_KEPT
  return { put: { ...partKind.write({ shops: JSON.stringify(shops) }), expires, ...key } }
}

/** What all shops of a cycle ordered, each once. */
export async function shopsOfParts(table: Table, cycleId: CycleId): Promise<ShopFacts[]> {
  const items = await table.queryAll(oddityPatterns.parts, { cycle: bareId(cycleId) }, { isStrong: true })
  const shops = items.flatMap((item) => StoredShops.parse(JSON.parse(partKind.read(item).shops)))
  return [...new Map(shops.map((shop) => [shop.customerId, shop])).values()]
}
