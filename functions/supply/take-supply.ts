import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import { bareId, type CycleId, type ProductId } from '#shared/ids'
import { shardsLeft, takingWrite } from './first-come-store.ts'
import type { FirstCome } from './supply-of-customer.ts'
import { planTaking } from './supply-rules.ts'

/** How much of each product more (or, negative, less) is taken than before. */
export type SupplyChanges = ReadonlyMap<ProductId, number>

/** What the shards of some products hold, read at one moment each. */
export type ShardsSeen = ReadonlyMap<ProductId, readonly number[]>

/** The writes that take the first-come products of an order, to be committed with it: nothing is taken here.
 * Without `seen` they take from one shard unseen and are refused when it holds too little. */
export function takeSupply(
  cycleId: CycleId,
  supply: FirstCome,
  changes: SupplyChanges,
  customerId: string,
  seen?: ShardsSeen,
): Write[] {
  const preferred =
    [...bareId(customerId)].reduce((sum, character) => sum * 31 + character.charCodeAt(0), 7) >>> 0
  return [...changes].flatMap(([productId, quantity]) => {
    const shards = supply.shardsOf(productId)
    if (shards === undefined || quantity === 0) return []
    const takings = planTaking(productId, quantity, shards, preferred, seen?.get(productId))
    return (takings ?? []).map((taking) => takingWrite(cycleId, taking))
  })
}

/** What is left of the first-come products that more is wanted of, as it stands at this moment. */
export async function lookAtShards(
  world: World,
  cycleId: CycleId,
  supply: FirstCome,
  changes: SupplyChanges,
): Promise<ShardsSeen> {
  const looks = [...changes].flatMap(([productId, quantity]) => {
    const shards = supply.shardsOf(productId)
    return shards === undefined || quantity <= 0 ? [] : [{ productId, shards }]
  })
  const seen = looks.map(async ({ productId, shards }) => {
    return [productId, await shardsLeft(world.table, cycleId, productId, shards, { isAtOnce: true })] as const
  })
  return new Map(await Promise.all(seen))
}
