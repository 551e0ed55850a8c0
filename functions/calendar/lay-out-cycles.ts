import { isDeepStrictEqual } from 'node:util'
import { getCompany } from '#accounts'
import { fieldChanges } from '#platform/audit/plan-change'
import { recordChange } from '#platform/audit/record-change'
import { unlessMeanwhile } from '#platform/storage/unless-meanwhile'
import type { World } from '#platform/world'
import type { BatchPlan, OrderPlan } from '#shared/calendar'
import { cyclesOfPlan, type PlannedCycle } from '#shared/calendar-rules'
import { addDays, addSeconds, type BusinessDate, businessDateOf } from '#shared/time'
import { LEAST_AHEAD_SECONDS, MOST_DAYS_MOVED } from './cycle-rules.ts'
import {
  type Cycle,
  cycleIdOf,
  cycleRemoval,
  cyclesOfBatch,
  cycleWrite,
  keyOfCycle,
  newCycleWrite,
} from './cycle-store.ts'
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

async function layOutBatch(world: World, item: PlanItem, batch: BatchPlan, { today, timeZone }: Where) {
  const { plan } = item
  const range = {
    from: addDays(today, -MOST_DAYS_MOVED),
    to: addDays(today, DAYS_A_WEEK * plan.weeksAhead),
  }
  const before = addDays(range.from, -MOST_DAYS_MOVED)
  const stored = await cyclesOfBatch(world.table, batch.batch, before, MOST_CYCLES_OF_BATCH)
  const planned = cyclesOfPlan(plan, batch, range, timeZone)
  let touched = 0
  for (const times of planned) {
    const one = { ...times, name: batch.name }
    const known = stored.find((cycle) => (cycle.plannedDay ?? cycle.date) === dayOf(cycle, one))
    if (await follow(world, item, one, known)) touched++
  }
  const rolled = batch.kind === 'daily' ? stored.filter((cycle) => isRolled(cycle, planned, range)) : []
  for (const cycle of rolled) if (await takeOut(world, item, cycle, 'cycle.rolled')) touched++
  return touched
}

/** The coming cycles of a batch that is no more: no shop belongs to it, so nobody misses them. */
async function takeAway(world: World, item: PlanItem, batch: string, today: BusinessDate): Promise<number> {
  const before = addDays(today, -MOST_DAYS_MOVED)
  let touched = 0
  for (const cycle of await cyclesOfBatch(world.table, batch, before, MOST_CYCLES_OF_BATCH))
    if (await takeOut(world, item, cycle, 'cycle.removed')) touched++
  return touched
}

// A cycle put in before there was a plan is known by the day of its id.
function dayOf(cycle: Cycle, planned: PlannedCycle): BusinessDate {
  return cycle.plannedDay ? planned.plannedDay : planned.date
}

function isRolled(
  cycle: Cycle,
  planned: readonly PlannedCycle[],
  { from, to }: { from: string; to: string },
) {
  const day = cycle.plannedDay
  if (!day || day < from || day > to || cycle.isByHand) return false
  return !planned.some(({ plannedDay }) => plannedDay === day)
}

type Named = PlannedCycle & Pick<BatchPlan, 'name'>

async function follow(world: World, { plan, reason }: PlanItem, planned: Named, known?: Cycle) {
  if (!known) {
    if (planned.closesAt <= world.clock.now()) return false
    return unlessMeanwhile(() => world.table.commit([newCycleWrite(planned, plan)]))
  }
  const { opensAt, closesAt, orderDay, plannedDay, name } = planned
  const mayMove = !known.isByHand && isAhead(world, known)
  const change = mayMove ? fieldChanges(timesOf(known), { opensAt, closesAt, orderDay }) : {}
  if (Object.keys(change).length === 0) return rename(world, plan, known, name)
  const times = { opensAt, closesAt, orderDay, plannedDay }
  const after = { ...known, ...times, name, reason, version: known.version + 1 }
  const event = recordChange(world, planner, {
    type: 'cycle.changed',
    subject: keyOfCycle(known),
    about: { cycleId: cycleIdOf(known), batch: known.batch },
    change: { ...change, reason, version: { from: known.version, to: after.version } },
  })
  return unlessMeanwhile(() => world.table.commit([cycleWrite(after, plan), event], event))
}

/** Another name moves nothing: no event, nobody is told; that it changed is in the history of the plan. */
async function rename(world: World, plan: OrderPlan, known: Cycle, name: BatchPlan['name']) {
  if (known.phase || isDeepStrictEqual(known.name, name)) return false
  const after = { ...known, name, version: known.version + 1 }
  return unlessMeanwhile(() => world.table.commit([cycleWrite(after, plan)]))
}

/** Rolled: a business day that became a holiday, whose orders go to the next one; its window opens earlier. Removed: its
 * batch is no more. */
function takeOut(
  world: World,
  { reason }: PlanItem,
  cycle: Cycle,
  type: 'cycle.rolled' | 'cycle.removed',
): Promise<boolean> {
  if (!isAhead(world, cycle)) return Promise.resolve(false)
  const event = recordChange(world, planner, {
    type,
    subject: keyOfCycle(cycle),
    about: { cycleId: cycleIdOf(cycle), batch: cycle.batch },
    change: { ...fieldChanges(timesOf(cycle), {}), reason },
  })
  return unlessMeanwhile(() => world.table.commit([cycleRemoval(cycle), event], event))
}

function isAhead(world: World, { opensAt, phase }: Cycle): boolean {
  return !phase && addSeconds(world.clock.now(), LEAST_AHEAD_SECONDS) < opensAt
}

function timesOf({ opensAt, closesAt, orderDay }: Cycle) {
  return { opensAt, closesAt, orderDay }
}
