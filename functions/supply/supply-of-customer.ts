import type { World } from '#platform/world'
import { bareId, type CycleId, type ProductId } from '#shared/ids'
import { counterKeys, leftInCounters } from './first-come-store.ts'
import { type GradeLimits, NO_GRADE, type Release, storedGradeLimits } from './release-store.ts'

/** A price band as it holds for one customer; products by bare id. */
export type CustomerBand = { code: string; cap: number; products: readonly string[] }

/** What a cycle's release gives one customer. */
export type CustomerSupply = {
  /** The customer's limit of a product; `quantity` 0 where its grade gets none, undefined where nothing limits it. */
  limitOf(productId: ProductId): { quantity: number; shops: number; isDoubled?: true } | undefined
  /** How many shards the counter of a first-come product has; undefined for every other product. */
  shardsOf(productId: ProductId): number | undefined
  /** The price band a product belongs to. */
  bandOf(productId: ProductId): string | undefined
  bands: readonly CustomerBand[]
}

/** Which products of a release are for whoever comes first, and in how many shards they are counted: for all customers
 * alike. */
export type FirstCome = Pick<CustomerSupply, 'shardsOf'>

export function firstComeOf(release: Release | undefined): FirstCome {
  return { shardsOf: (productId) => release?.firstCome[bareId(productId)] }
}

const nothingReleased: CustomerSupply = {
  limitOf: () => undefined,
  ...firstComeOf(undefined),
  bandOf: () => undefined,
  bands: [],
}

/** The supply of a customer of a grade; limits are immutable by version, so a process keeps them. In a cycle of every other
 * week a shop gets twice what the release marks so, and twice the cap of a band that is marked whole. */
export async function supplyOfCustomer(
  world: World,
  cycleId: CycleId,
  release: Release | undefined,
  { grade = 0, isBiweekly }: { grade?: number; isBiweekly: boolean },
): Promise<CustomerSupply> {
  if (!release) return nothingReleased
  const { snapshot } = release
  const limitsOf = (of: number) =>
    world.remember(`limits ${cycleId} ${snapshot} ${of}`, () =>
      storedGradeLimits(world.table, cycleId, snapshot, of),
    )
  const limits = (await limitsOf(grade)) ?? (await limitsOf(NO_GRADE))
  const limited = new Set(release.listed ?? limits?.limited)
  const doubled = new Set(isBiweekly ? limits?.boosted : [])
  const bands = bandsOf(limits, doubled)
  const bandOf = new Map(bands.flatMap(({ code, products }) => products.map((bare) => [bare, code])))
  return {
    limitOf: (productId) => {
      const bare = bareId(productId)
      if (!limited.has(bare)) return undefined
      const limit = { quantity: limits?.limits[bare] ?? 0, shops: limits?.shops ?? 0 }
      return doubled.has(bare) ? { ...limit, quantity: limit.quantity * 2, isDoubled: true } : limit
    },
    ...firstComeOf(release),
    bandOf: (productId) => bandOf.get(bareId(productId)),
    bands,
  }
}

function bandsOf(limits: GradeLimits | undefined, doubled: ReadonlySet<string>): CustomerBand[] {
  return Object.entries(limits?.bands ?? {}).map(([code, { cap, products }]) => {
    const isDoubled = products.length > 0 && products.every((bare) => doubled.has(bare))
    return { code, cap: isDoubled ? 2 * cap : cap, products }
  })
}

/** What is left of each first-come product of a release, by bare product id, for people to see. */
export async function showRemainingSupply(
  world: World,
  cycleId: CycleId,
  release: Release | undefined,
): Promise<Map<string, number>> {
  const counters = release?.firstCome ?? {}
  return leftInCounters(counters, await world.table.getMany(counterKeys(cycleId, counters)))
}
