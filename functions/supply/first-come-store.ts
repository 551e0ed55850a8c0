import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { bareId, type CycleId, idOf, type ProductId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { supplyPatterns } from './access-patterns.ts'
import type { Taking } from './supply-rules.ts'

const shardKind = itemKind(
  'first-come',
  1,
  z.object({
    remaining: z.number().int(),
    /** What it was given in all. */ opened: z.number().int().optional(),
  }),
)

/** One shard of a counter: what is left in it, and what it was given in all. */
export type Counter = ReturnType<(typeof shardKind)['read']>

/** The shards of a product's counter, read at one moment; undefined for one that is not open. */
export async function shardsOf(
  table: Table,
  cycleId: CycleId,
  productId: ProductId,
  shards: number,
): Promise<Array<Counter | undefined>> {
  const keys = Array.from({ length: shards }, (_, shard) => shardKey(cycleId, productId, shard))
  const items = await (shards > 1 ? table.getAtOnce(keys) : table.getMany(keys, { isStrong: true }))
  return items.map((item) => shardKind.readMaybe(item))
}

/** What is left in each shard of a product's counter. With `isAtOnce` all shards are read at one moment, so that
 * nothing given back between two reads is overlooked. */
export async function shardsLeft(
  table: Table,
  cycleId: CycleId,
  productId: ProductId,
  shards: number,
  options: { isAtOnce?: boolean } = {},
): Promise<number[]> {
  const keys = Array.from({ length: shards }, (_, shard) => shardKey(cycleId, productId, shard))
  const items = await (options.isAtOnce && shards > 1
    ? table.getAtOnce(keys)
    : table.getMany(keys, { isStrong: options.isAtOnce }))
  return items.map((item) => shardKind.readMaybe(item)?.remaining ?? 0)
}

/** First-come products by bare id, each with how many shards its counter has. */
export type Counters = Readonly<Record<string, number>>

/** The keys of all shards of a release's counters, for callers that read many things at once. */
export function counterKeys(cycleId: CycleId, counters: Counters): Key[] {
  return Object.entries(counters).flatMap(([bare, shards]) =>
    Array.from({ length: shards }, (_, shard) => shardKey(cycleId, idOf('product', bare), shard)),
  )
}

/** What is left of each product, by bare id, from the items of `counterKeys` in their order. */
export function leftInCounters(counters: Counters, items: CounterItems): Map<string, number> {
  return sumsOf(counters, items, ({ remaining }) => remaining)
}

/** What was given of each product in all, by bare id, from the items of `counterKeys` in their order. */
export function givenInCounters(counters: Counters, items: CounterItems): Map<string, number> {
  return sumsOf(counters, items, ({ remaining, opened = remaining }) => opened)
}

type CounterItems = ReadonlyArray<Item | undefined>

function sumsOf(counters: Counters, items: CounterItems, partOf: (counter: Counter) => number) {
  let at = 0
  return new Map(
    Object.entries(counters).map(([bare, shards]) => {
      const own = items.slice(at, at + shards).map((item) => shardKind.readMaybe(item))
      at += shards
      return [bare, own.reduce((sum, one) => sum + (one ? partOf(one) : 0), 0)] as const
    }),
  )
}

/** Takes from a shard what is surely there: the condition and the decrement are one write. */
export function takingWrite(cycleId: CycleId, { productId, shard, quantity }: Taking): Write {
  return {
    update: shardKey(cycleId, productId, shard),
    change: { add: { remaining: -quantity } },
    when: quantity > 0 ? { atLeast: { remaining: quantity } } : { present: true },
    onRefused: () => new Problem('orders.supply_short', { productId, remaining: 0, left: 0, nearest: 0 }),
  }
}

/** Puts the first supply of a product, shared out over its shards; what is there already stays. */
export function shardWrite(cycleId: CycleId, productId: ProductId, shard: number, remaining: number): Write {
  return {
    put: { ...shardKind.write({ remaining, opened: remaining }), ...shardKey(cycleId, productId, shard) },
    when: { absent: true },
  }
}

/** Gives a shard more, or takes back what nobody has taken: refused when it was resized meanwhile, or holds too little. */
export function resizeWrite(
  cycleId: CycleId,
  productId: ProductId,
  shard: number,
  { counter, by }: { counter: Counter; by: number },
): Write {
  const { remaining, opened } = counter
  return {
    update: shardKey(cycleId, productId, shard),
    change: { add: { remaining: by }, set: { opened: (opened ?? remaining) + by } },
    when: { equals: { opened }, ...(by < 0 && { atLeast: { remaining: -by } }) },
  }
}

/** Takes away a shard that nothing was taken from; undefined when something was, or it is gone. */
export async function untouchedShardRemoval(
  table: Table,
  cycleId: CycleId,
  productId: ProductId,
  shard: number,
): Promise<Write | undefined> {
  const key = shardKey(cycleId, productId, shard)
  const found = shardKind.readMaybe(await table.get(key, { isStrong: true }))
  if (found?.opened === undefined || found.remaining !== found.opened) return undefined
  return { delete: key, when: { equals: { remaining: found.opened } } }
}

function shardKey(cycleId: CycleId, productId: ProductId, shard: number): Key {
  return keyOf(supplyPatterns.firstCome, {
    cycle: bareId(cycleId),
    productId: bareId(productId),
    shard: String(shard),
  })
}
