import { countShopsOfBatches } from '#accounts'
import { fieldChanges } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { BatchPlan, OrderPlan, PlanPreview } from '#shared/calendar'
import { businessDateOf } from '#shared/time'
import { cycleIdOf } from './cycle-store.ts'
import { stepsOfBatch, timesOf } from './lay-out-cycles.ts'
import { getOrderPlan, namedIn, refusePlan } from './order-plan.ts'
import { mayChange, type PlanStep } from './plan-step-rules.ts'

type OfBatch = PlanPreview['items'][number]

/** What keeping a plan would change of windows that shops know already; nothing is kept. Throws what keeping it would of
 * the plan alone. */
export async function previewPlan(world: World, plan: OrderPlan): Promise<PlanPreview> {
  const { timeZone } = await getOrderPlan(world)
  refusePlan(plan, timeZone, world)
  const where = { today: businessDateOf(world.clock.now(), timeZone), timeZone }
  const all = await Promise.all(
    plan.batches.map(async (batch) => changesOf(world, batch, await stepsOfBatch(world, plan, batch, where))),
  )
  const touched = all.filter(({ moved, dropped }) => moved.length + dropped.length > 0)
  if (touched.length === 0) return { items: [] }
  const shops = await countShopsOfBatches(
    world,
    touched.map(({ batch }) => batch),
  )
  return { items: touched.map((one) => ({ ...one, shops: shops.get(one.batch) ?? 0 })) }
}

function changesOf(world: World, batch: BatchPlan, steps: readonly PlanStep[]): OfBatch {
  const moved: OfBatch['moved'] = []
  const dropped: OfBatch['dropped'] = []
  for (const step of steps) {
    if (step.do === 'put') continue
    const cycleId = cycleIdOf(step.cycle)
    const from = timesOf(step.cycle)
    if (step.do === 'drop') {
      dropped.push({ cycleId, ...from })
      continue
    }
    const { opensAt, closesAt, orderDay } = step.planned
    const to = { opensAt, closesAt, orderDay }
    const isChanged = Object.keys(fieldChanges(from, to)).length > 0
    if (isChanged && mayChange(step.cycle, world.clock.now())) moved.push({ cycleId, from, to })
  }
  return { ...namedIn(batch), shops: 0, moved, dropped }
}
