import { isDeepStrictEqual } from 'node:util'
import { getCompany } from '#accounts'
import { fieldChanges } from '#platform/audit/plan-change'
import { recordChange } from '#platform/audit/record-change'
import { unlessMeanwhile } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { BatchPlan, OrderPlan } from '#shared/calendar'
import { cyclesOfPlan, type PlannedCycle } from '#shared/calendar-rules'
import { addDays, type BusinessDate, businessDateOf } from '#shared/time'
import { dueAtOf, MOST_DAYS_MOVED } from './cycle-rules.ts'
import {
  type Cycle,
  cycleIdOf,
  cycleRemoval,
  cyclesOfBatch,
  cycleWrite,
  keyOfCycle,
  newCycleWrite,
} from './cycle-store.ts'
import { isAheadOf, mayChange, type PlanStep, stepsOfPlan } from './plan-step-rules.ts'
import { laidMark, laidWrite, type PlanItem, storedPlan } from './plan-store.ts'

const planner = { kind: 'system', name: 'order-plan' } as const
const DAYS_A_WEEK = 7
const MOST_CYCLES_OF_BATCH = 200

/** Puts the coming cycles of the order plan in, once a day and after each change of the plan, lets those that are not
 * open yet follow it, and takes away those of batches that are no more; answers how many it touched. Any number may do it at once. A company without a plan has none. */
export async function layOutCycles(world: World): Promise<number> {
  const item = await storedPlan(world.table)
  if (!item) return 0
  const { timeZone } = await getCompany(world)
  const today = businessDateOf(world.clock.now(), timeZone)
  if (item.laid === laidMark(item, today)) return 0
  let touched = 0
  for (const batch of item.plan.batches) touched += await layOutBatch(world, item, batch, { today, timeZone })
  for (const batch of item.removed ?? []) touched += await takeAway(world, item, batch, today)
  await unlessMeanwhile(() => world.table.commit([laidWrite(item, today)]))
  return touched
}

type Where = { today: BusinessDate; timeZone: string }

async function layOutBatch(world: World, item: PlanItem, batch: BatchPlan, where: Where) {
  let touched = 0
  for (const step of await stepsOfBatch(world, item.plan, batch, where))
    if (await take(world, item, batch, step)) touched++
  return touched
}

/** What laying a plan out would do to the cycles of one of its batches. */
export async function stepsOfBatch(
  world: World,
  plan: OrderPlan,
  batch: BatchPlan,
  { today, timeZone }: Where,
): Promise<PlanStep[]> {
  const range = {
    from: addDays(today, -MOST_DAYS_MOVED),
    to: addDays(today, DAYS_A_WEEK * plan.weeksAhead),
  }
  const before = addDays(range.from, -MOST_DAYS_MOVED)
  const stored = await cyclesOfBatch(world.table, batch.batch, before, MOST_CYCLES_OF_BATCH)
  return stepsOfPlan(
    stored,
    cyclesOfPlan(plan, batch, range, timeZone),
    { ...range, kind: batch.kind },
    world.clock.now(),
  )
}

function take(world: World, item: PlanItem, { name, kind }: BatchPlan, step: PlanStep): Promise<boolean> {
  const known = { name, isBiweekly: kind === 'oddWeek' || kind === 'evenWeek' }
  switch (step.do) {
    case 'put':
      return putIn(world, item, { ...step.planned, ...known })
    case 'drop':
      return takeOut(world, item, step.cycle, 'cycle.rolled')
    default:
      return follow(world, item, { ...step.planned, ...known }, step.cycle)
  }
}

/** The coming cycles of a batch that is no more: no shop belongs to it, so nobody misses them. */
async function takeAway(world: World, item: PlanItem, batch: string, today: BusinessDate): Promise<number> {
  const before = addDays(today, -MOST_DAYS_MOVED)
  let touched = 0
  for (const cycle of await cyclesOfBatch(world.table, batch, before, MOST_CYCLES_OF_BATCH))
    if (await takeOut(world, item, cycle, 'cycle.removed')) touched++
  return touched
}

type Named = PlannedCycle & Pick<BatchPlan, 'name'> & { isBiweekly: boolean }

async function putIn(world: World, { plan }: PlanItem, planned: Named): Promise<boolean> {
  if (planned.closesAt <= world.clock.now()) return false
  return unlessMeanwhile(() => world.table.commit([newCycleWrite(planned, plan)]))
}

async function follow(world: World, { plan, reason }: PlanItem, planned: Named, known: Cycle) {
  const { opensAt, closesAt, orderDay, plannedDay, name, isBiweekly } = planned
  const isOurs = mayChange(known, world.clock.now())
  const change = isOurs ? fieldChanges(timesOf(known), { opensAt, closesAt, orderDay }) : {}
  if (Object.keys(change).length === 0) return keepUp(world, plan, known, { name, isBiweekly })
  const times = { opensAt, closesAt, orderDay, plannedDay }
  const after = { ...known, ...times, name, isBiweekly, reason, version: known.version + 1 }
  const event = recordChange(world, planner, {
    type: 'cycle.changed',
    subject: keyOfCycle(known),
    about: { cycleId: cycleIdOf(known), batch: known.batch },
    change: { ...change, reason, version: { from: known.version, to: after.version } },
  })
  return unlessMeanwhile(() => world.table.commit([cycleWrite(after, plan), event], event))
}

/** What moves no window is told to nobody and is no event, for it is in the history of the plan: another name, when its
 * shops are reminded and when it is closed. */
async function keepUp(
  world: World,
  plan: OrderPlan,
  known: Cycle,
  said: Pick<Named, 'name' | 'isBiweekly'>,
): Promise<boolean> {
  const { name, isBiweekly, dueAt } = known
  const isAsSaid = isDeepStrictEqual({ name, isBiweekly }, said) && dueAt === dueAtOf(known, plan)
  if (known.phase || isAsSaid) return false
  const after = { ...known, ...said, version: known.version + 1 }
  return unlessMeanwhile(() => world.table.commit([cycleWrite(after, plan)]))
}

/** Rolled: a day that is no order day any more, whose orders go to the next one. Removed: its batch is no more. */
function takeOut(
  world: World,
  { reason }: PlanItem,
  cycle: Cycle,
  type: 'cycle.rolled' | 'cycle.removed',
): Promise<boolean> {
  if (!isAheadOf(cycle, world.clock.now())) return Promise.resolve(false)
  const event = recordChange(world, planner, {
    type,
    subject: keyOfCycle(cycle),
    about: { cycleId: cycleIdOf(cycle), batch: cycle.batch },
    change: { ...fieldChanges(timesOf(cycle), {}), reason },
  })
  return unlessMeanwhile(() => world.table.commit([cycleRemoval(cycle), event], event))
}

/** What the shops of a cycle are told of it. */
export function timesOf({ opensAt, closesAt, orderDay }: Cycle) {
  return { opensAt, closesAt, orderDay }
}
