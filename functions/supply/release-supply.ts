import type { Actor } from '#platform/actor'
import { fieldChanges, refuseOtherVersion } from '#platform/audit/plan-change'
import { commitChange } from '#platform/audit/record-change'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { FieldChanges } from '#shared/history'
import { bareId, type CycleId, type ProductId } from '#shared/ids'
import { shareOut } from '#shared/money'
import { shardWrite } from './first-come-store.ts'
import {
  gradeLimitsWrite,
  NO_GRADE,
  type Release,
  releaseKey,
  releaseWrites,
  storedRelease,
} from './release-store.ts'
import { bandCapOf } from './supply-rules.ts'

/** Shards of a first-come counter, measured under conflicts: see "First-come goods" in ARCHITECTURE.md. */
export const FIRST_COME_SHARDS = 1

/** Products of one price band: a shop chooses freely among them up to the cap of its grade. A grade without a cap
 * has the limits of the band together divided by 1.3. */
export type BandPlan = {
  code: string
  products: readonly ProductId[]
  caps?: ReadonlyArray<{ grade: number; quantity: number }>
}

/** What is released for a cycle: limits a grade, shops of each grade, first-come totals, price bands, and the
 * products that shops called on every other week get twice of. */
export type ReleasePlan = {
  limits: ReadonlyArray<{ productId: ProductId; grade: number; quantity: number }>
  shopsOfGrade: ReadonlyMap<number, number>
  firstCome: ReadonlyArray<{ productId: ProductId; quantity: number }>
  bands?: readonly BandPlan[]
  boosted?: readonly ProductId[]
  shards?: number
  /** The version that the plan was made from. */
  baseVersion?: number
  /** The job that releases; released once, however often it is asked. */
  source?: string
  /** What changed from what to what, where that was little. */
  told?: FieldChanges
}

/** Puts a release in force, all of it at once, in place of the one before. First-come counters that are
 * already being taken from go on as they are. */
export async function releaseSupply(
  world: World,
  actor: Actor,
  cycleId: CycleId,
  plan: ReleasePlan,
): Promise<number> {
  const before = await storedRelease(world.table, cycleId)
  const current = before?.version ?? 0
  if (plan.source !== undefined && before?.source === plan.source) return current
  refuseOtherVersion(current, plan.baseVersion)
  const version = current + 1
  const shards = plan.shards ?? FIRST_COME_SHARDS
  const snapshot = bareId(world.newId.event())
  await putLimits(world, cycleId, snapshot, plan)
  const added = plan.firstCome.filter(({ productId }) => before?.firstCome[bareId(productId)] === undefined)
  for (const { productId, quantity } of added) {
    await openCounter(
      world,
      cycleId,
      productId,
      shareOut(
        quantity,
        Array.from({ length: shards }, () => 1),
      ),
    )
  }
  const firstCome = {
    ...before?.firstCome,
    ...Object.fromEntries(added.map(({ productId }) => [bareId(productId), shards])),
  }
  const limited = new Set(plan.limits.map(({ productId }) => productId)).size
  const publishedAt = world.clock.now()
  const release = { version, snapshot, publishedAt, limited, firstCome, source: plan.source }
  await putInForce(world, actor, cycleId, { type: 'supply.released', release, before, told: plan.told })
  return version
}

/** Puts a release in force in place of the one before, with its event. */
export async function putInForce(
  world: World,
  actor: Actor,
  cycleId: CycleId,
  flip: {
    type: `supply.${string}`
    release: Release
    before: Release | undefined
    told?: FieldChanges
  },
): Promise<void> {
  const { type, release, before, told } = flip
  const counts = fieldChanges(before && countsOf(before), countsOf(release))
  const change = { ...told, ...counts, version: { from: before?.version ?? 0, to: release.version } }
  const record = { type, subject: releaseKey(cycleId), about: { cycleId }, change }
  await commitChange(world, actor, record, releaseWrites(cycleId, release, before))
}

/** What history shows of a release: how many products have limits, and how many are for whoever comes first. */
export function countsOf({ snapshot, limited, firstCome }: Release) {
  return { snapshot, limited, firstCome: Object.keys(firstCome).length }
}

// A counter that an interrupted release left behind is the one to go on with.
async function openCounter(
  world: World,
  cycleId: CycleId,
  productId: ProductId,
  parts: readonly number[],
): Promise<void> {
  try {
    await world.table.commit(parts.map((part, shard) => shardWrite(cycleId, productId, shard, part)))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

async function putLimits(
  world: World,
  cycleId: CycleId,
  snapshot: string,
  { limits, shopsOfGrade, bands = [], boosted = [] }: ReleasePlan,
): Promise<void> {
  const limited = [...new Set(limits.map(({ productId }) => bareId(productId)))]
  const byGrade = new Map([[NO_GRADE, []], ...Map.groupBy(limits, ({ grade }) => grade)])
  for (const [grade, lines] of byGrade) {
    const quantities = Object.fromEntries(
      lines.map(({ productId, quantity }) => [bareId(productId), quantity]),
    )
    const write = gradeLimitsWrite(cycleId, snapshot, grade, {
      shops: shopsOfGrade.get(grade) ?? 0,
      limits: quantities,
      limited,
      ...(bands.length > 0 && { bands: bandsOfGrade(bands, grade, quantities) }),
      ...(boosted.length > 0 && { boosted: boosted.map(bareId) }),
    })
    await world.table.commit([write])
  }
}

function bandsOfGrade(bands: readonly BandPlan[], grade: number, limits: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    bands.map(({ code, products, caps }) => {
      const inBand = products.map(bareId)
      const told = caps?.find((cap) => cap.grade === grade)?.quantity
      const cap = told ?? bandCapOf(inBand.map((bare) => limits[bare] ?? 0))
      return [code, { cap, products: inBand, ...(told !== undefined && { isGiven: true as const }) }]
    }),
  )
}
