import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { CycleId, ProductId } from '#shared/ids'
import { shareOut } from '#shared/money'
import { Problem } from '#shared/problems'
import { type Counter, resizeWrite, shardsOf, shardWrite } from './first-come-store.ts'
import type { GivenOut } from './release-rules.ts'
import { planTaking } from './supply-rules.ts'

/** What was given out of a first-come product, all shards read at one moment; undefined while no counter is open. */
export async function givenOut(
  world: World,
  cycleId: CycleId,
  productId: ProductId,
  shards: number,
): Promise<GivenOut | undefined> {
  const open = (await shardsOf(world.table, cycleId, productId, shards)).filter(
    (shard) => shard !== undefined,
  )
  return open.length > 0 ? givenOutIn(open) : undefined
}

/** The writes that make `total` of a product what is given out in all: a counter is opened, or the difference is added to
 * it or taken from it. None when that is so already; `Refused` when someone took of it meanwhile. Throws
 * `supply.below_taken`. */
export async function totalWrites(
  world: World,
  cycleId: CycleId,
  { productId, total, shards }: { productId: ProductId; total: number; shards: number },
): Promise<Write[]> {
  const counters = await shardsOf(world.table, cycleId, productId, shards)
  const open = counters.filter((shard) => shard !== undefined)
  const evenly = Array.from({ length: shards }, () => 1)
  if (open.length < shards)
    return shareOut(total, evenly).map((part, shard) => shardWrite(cycleId, productId, shard, part))
  const before = givenOutIn(open)
  const more = total - before.total
  if (more === 0) return []
  const parts = more > 0 ? shareOut(more, evenly) : partsTaken(productId, open, -more)
  if (!parts) throw new Problem('supply.below_taken', { taken: before.taken })
  return open.flatMap((counter, shard) => {
    const by = parts[shard] ?? 0
    return by === 0 ? [] : [resizeWrite(cycleId, productId, shard, { counter, by })]
  })
}

function givenOutIn(open: readonly Counter[]): GivenOut {
  const left = sumOf(open.map(({ remaining }) => remaining))
  const total = sumOf(open.map(({ remaining, opened = remaining }) => opened))
  return { total, taken: total - left }
}

function partsTaken(productId: ProductId, open: readonly Counter[], quantity: number): number[] | undefined {
  const left = open.map(({ remaining }) => remaining)
  const takings = planTaking(productId, quantity, open.length, 0, left)
  return (
    takings && left.map((_, at) => -sumOf(takings.flatMap((one) => (one.shard === at ? [one.quantity] : []))))
  )
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
