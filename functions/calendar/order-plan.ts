import { countShopsOfBatches, fenceBatches, getCompany, knownBatchesWrite, openBatches } from '#accounts'
import type { Actor } from '#platform/actor'
import { planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { BatchPlan, OrderPlan, StoredPlan } from '#shared/calendar'
import { suppliedPlan, tradedPlan } from '#shared/calendar-presets'
import { collisionIn } from '#shared/calendar-rules'
import { Problem } from '#shared/problems'
import { businessDateOf } from '#shared/time'
import { planKey, planWrite, storedPlan } from './plan-store.ts'

/** Indexes follow their table within a second; as long as that again to be sure. */
const INDEX_LAG_MILLISECONDS = 2000

/** The order plan of the company; while it has none, version 0 of the one that its preset begins with. */
export async function getOrderPlan(world: World): Promise<StoredPlan> {
  const [stored, { preset, timeZone }] = await Promise.all([
    storedPlan(world.table, { isStrong: true }),
    getCompany(world),
  ])
  const { plan, version } = stored ?? {
    plan: preset === 'supplied' ? suppliedPlan : tradedPlan,
    version: 0,
  }
  return { plan, version, timeZone }
}

type Asked = { plan: OrderPlan; reason: string; baseVersion: number }

/** Keeps a plan in place of version `baseVersion`; cycles that are not open yet follow it within a minute. Throws
 * `calendar.plan_collides`, `calendar.batch_repeated`, `calendar.batch_in_use` and `request.changed_meanwhile`. */
export async function saveOrderPlan(world: World, actor: Actor, asked: Asked): Promise<StoredPlan> {
  const { plan, reason, baseVersion } = asked
  const before = await getOrderPlan(world)
  refuseOtherVersion(before.version, baseVersion)
  refusePlan(plan, before.timeZone, world)
  const gone = goneFrom(before.plan, plan)
  await emptied(world, before.plan, gone)
  const known = await knownBatchesWrite(world, plan.batches)
  const removed = await stillToTakeAway(world, plan, gone)
  const planned = planChange(world, {
    type: 'order_plan.saved',
    subject: planKey,
    about: {},
    before: before.version > 0 ? before.plan : undefined,
    after: plan,
    version: before.version,
    facts: { reason },
    writes: (version) => [planWrite({ plan, reason, version, removed }), known],
  })
  await planned.commit(actor)
  return getOrderPlan(world)
}

function goneFrom(before: OrderPlan, after: OrderPlan): BatchPlan[] {
  return before.batches.filter(({ batch }) => !after.batches.some((kept) => kept.batch === batch))
}

/** Makes sure that no shop belongs to batches, and that none comes into them any more. Counted before the fence, because
 * most refusals are known then; and after it, once a customer that was put in just before it is in the index. */
async function emptied(world: World, plan: OrderPlan, gone: readonly BatchPlan[]): Promise<void> {
  if (gone.length === 0) return
  await refuseInUse(world, gone)
  await fenceBatches(
    world,
    plan.batches,
    gone.map(({ batch }) => batch),
  )
  try {
    await new Promise((resolve) => setTimeout(resolve, INDEX_LAG_MILLISECONDS))
    await refuseInUse(world, gone)
  } catch (error) {
    await openBatches(world, plan.batches)
    throw error
  }
}

async function refuseInUse(world: World, gone: readonly BatchPlan[]): Promise<void> {
  const counts = await countShopsOfBatches(
    world,
    gone.map(({ batch }) => batch),
  )
  const inUse = gone.find(({ batch }) => counts.has(batch))
  if (inUse) throw new Problem('calendar.batch_in_use', { ...namedIn(inUse), count: counts.get(inUse.batch) })
}

/** The batches whose coming cycles are no more, those included that an earlier version removed a moment ago. */
async function stillToTakeAway(world: World, plan: OrderPlan, gone: readonly BatchPlan[]): Promise<string[]> {
  const earlier = (await storedPlan(world.table, { isStrong: true }))?.removed ?? []
  const all = new Set([...earlier, ...gone.map(({ batch }) => batch)])
  return [...all].filter((code) => !plan.batches.some(({ batch }) => batch === code))
}

/** Throws `calendar.plan_collides` and `calendar.batch_repeated`. */
export function refusePlan(plan: OrderPlan, timeZone: string, world: World): void {
  const codes = plan.batches.map(({ batch }) => batch)
  const repeated = codes.find((batch, at) => codes.indexOf(batch) !== at)
  if (repeated) throw new Problem('calendar.batch_repeated', { batch: repeated })
  const collision = collisionIn(plan, businessDateOf(world.clock.now(), timeZone), timeZone)
  const collided = plan.batches.find(({ batch }) => batch === collision?.batch)
  if (collision && collided)
    throw new Problem('calendar.plan_collides', { ...collision, ...namedIn(collided) })
}

export function namedIn({ batch, name }: BatchPlan) {
  return { batch, name: { zh: name.zh || batch, en: name.en || batch } }
}
