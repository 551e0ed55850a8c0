import { getCompany } from '#accounts'
import type { Actor } from '#platform/actor'
import { planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { OrderPlan, StoredPlan } from '#shared/calendar'
import { suppliedPlan, tradedPlan } from '#shared/calendar-presets'
import { collisionIn } from '#shared/calendar-rules'
import { Problem } from '#shared/problems'
import { businessDateOf } from '#shared/time'
import { planKey, planWrite, storedPlan } from './plan-store.ts'

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
 * `calendar.plan_collides`, `calendar.batch_repeated` and `request.changed_meanwhile`. */
export async function saveOrderPlan(world: World, actor: Actor, asked: Asked): Promise<StoredPlan> {
  const { plan, reason, baseVersion } = asked
  const before = await getOrderPlan(world)
  refuseOtherVersion(before.version, baseVersion)
  refusePlan(plan, before.timeZone, world)
  const planned = planChange(world, {
    type: 'order_plan.saved',
    subject: planKey,
    about: {},
    before: before.version > 0 ? before.plan : undefined,
    after: plan,
    version: before.version,
    facts: { reason },
    writes: (version) => [planWrite({ plan, reason, version })],
  })
  await planned.commit(actor)
  return getOrderPlan(world)
}

function refusePlan(plan: OrderPlan, timeZone: string, world: World): void {
  const codes = plan.batches.map(({ batch }) => batch)
  const repeated = codes.find((batch, at) => codes.indexOf(batch) !== at)
  if (repeated) throw new Problem('calendar.batch_repeated', { batch: repeated })
  const collision = collisionIn(plan, businessDateOf(world.clock.now(), timeZone), timeZone)
  if (collision) throw new Problem('calendar.plan_collides', collision)
}
