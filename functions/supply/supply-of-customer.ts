import type { World } from '#platform/world'
import { bareId, type CycleId, type ProductId } from '#shared/ids'
import { shardsLeft } from './first-come-store.ts'
import { type Release, storedGradeLimits } from './release-store.ts'

/** What a cycle's release gives one customer. */
export type CustomerSupply = {
  /** The customer's limit of a product; `quantity` 0 where its grade gets none, undefined where nothing limits it. */
  limitOf(productId: ProductId): { quantity: number; shops: number } | undefined
  /** How many shards the counter of a first-come product has; undefined for every other product. */
  shardsOf(productId: ProductId): number | undefined
}

/** The supply of a customer of `grade`; limits are immutable by version, so a process keeps them. */
export async function supplyOfCustomer(
  world: World,
  cycleId: CycleId,
  release: Release | undefined,
  grade: number | undefined,
): Promise<CustomerSupply> {
  if (!release) return { limitOf: () => undefined, shardsOf: () => undefined }
  const { snapshot } = release
  const limits = await world.remember(`limits ${cycleId} ${snapshot} ${grade ?? 0}`, () =>
    storedGradeLimits(world.table, cycleId, snapshot, grade ?? 0),
  )
  const limited = new Set(release.limited)
  return {
    limitOf: (productId) => {
      const bare = bareId(productId)
      return limited.has(bare)
        ? { quantity: limits?.limits[bare] ?? 0, shops: limits?.shops ?? 0 }
        : undefined
    },
    shardsOf: (productId) => release.firstCome[bareId(productId)],
  }
}

/** What is left of each first-come product of a release, by bare product id, for people to see. */
export async function showRemainingSupply(
  world: World,
  cycleId: CycleId,
  release: Release | undefined,
): Promise<Map<string, number>> {
  const left = Object.entries(release?.firstCome ?? {}).map(async ([bare, shards]) => {
    const held = await shardsLeft(world.table, cycleId, `prd_${bare}`, shards)
    return [bare, held.reduce((sum, one) => sum + one, 0)] as const
  })
  return new Map(await Promise.all(left))
}
