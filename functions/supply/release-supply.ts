import type { Actor } from '#platform/actor'
import { fieldChanges, refuseOtherVersion } from '#platform/audit/plan-change'
import { commitChange } from '#platform/audit/record-change'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { FieldChanges } from '#shared/history'
import { bareId, type CycleId, type ProductId } from '#shared/ids'
import { totalWrites } from './count-first-come.ts'
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
/** Counters that one transaction takes beside the release and its event. */
const MOST_COUNTERS = 90

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
  /** Why it changed. */
  reason?: string
}

/** Puts a release in force, all of it at once, in place of the one before. First-come goods that are open already go on:
 * where the total is another one, the difference is added or taken back. Throws `supply.below_taken`; `Refused` when someone
 * took first-come goods meanwhile. */
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
  const snapshot = bareId(world.newId.event())
  await putLimits(world, cycleId, snapshot, plan)
  const { counters, firstCome } = await planFirstCome(world, cycleId, before, plan)
  // What has no room beside the release goes ahead of it: a total is the same however often it is set.
  for (let at = MOST_COUNTERS; at < counters.length; at += MOST_COUNTERS)
    await world.table.commit(counters.slice(at, at + MOST_COUNTERS))
  const limited = new Set(plan.limits.map(({ productId }) => productId)).size
  const publishedAt = world.clock.now()
  const release = { version, snapshot, publishedAt, limited, firstCome, source: plan.source }
  const along = counters.slice(0, MOST_COUNTERS)
  await putInForce(world, actor, cycleId, {
    type: 'supply.released',
    release,
    before,
    told: plan.told,
    reason: plan.reason,
    along,
  })
  return version
}

/** How many shards each first-come product has, and the writes that give each its total. */
async function planFirstCome(
  world: World,
  cycleId: CycleId,
  before: Release | undefined,
  { firstCome, shards: asked = FIRST_COME_SHARDS }: ReleasePlan,
): Promise<{ counters: Write[]; firstCome: Release['firstCome'] }> {
  const known = { ...before?.firstCome }
  const planned = firstCome.map(async ({ productId, quantity: total }) => {
    const shards = before?.firstCome[bareId(productId)] ?? asked
    known[bareId(productId)] = shards
    return totalWrites(world, cycleId, { productId, total, shards })
  })
  return { counters: (await Promise.all(planned)).flat(), firstCome: known }
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
    reason?: string
    along?: readonly Write[]
  },
): Promise<void> {
  const { type, release, before, told, reason, along = [] } = flip
  const counts = fieldChanges(before && countsOf(before), countsOf(release))
  const version = { from: before?.version ?? 0, to: release.version }
  const change = { ...told, ...counts, ...(reason && { reason }), version }
  const record = { type, subject: releaseKey(cycleId), about: { cycleId }, change }
  await commitChange(world, actor, record, [...releaseWrites(cycleId, release, before), ...along])
}

/** What history shows of a release: how many products have limits, and how many are for whoever comes first. */
export function countsOf({ snapshot, limited, firstCome }: Release) {
  return { snapshot, limited, firstCome: Object.keys(firstCome).length }
}

async function putLimits(
  world: World,
  cycleId: CycleId,
  snapshot: string,
  { limits, shopsOfGrade, bands = [], boosted = [] }: ReleasePlan,
): Promise<void> {
  const limited = [...new Set(limits.map(({ productId }) => bareId(productId)))]
  const byGrade = Map.groupBy(limits, ({ grade }) => grade)
  for (const grade of [NO_GRADE, ...shopsOfGrade.keys()]) if (!byGrade.has(grade)) byGrade.set(grade, [])
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
      return [code, { cap, products: inBand, ...(told !== undefined && { isNamed: true as const }) }]
    }),
  )
}
