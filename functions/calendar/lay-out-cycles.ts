import { getCompany } from '#accounts'
import { fieldChanges } from '#platform/audit/plan-change'
import { recordChange } from '#platform/audit/record-change'
import { unlessMeanwhile } from '#platform/storage/unless-meanwhile'
import type { World } from '#platform/world'
import type { BatchPlan } from '#shared/calendar'
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

/** Puts the coming cycles of the order plan in, once a day and after each change of the plan, and lets those that are not
 * open yet follow it; answers how many it touched. Any number may do it at once. A company without a plan has none. */
export async function layOutCycles(world: World): Promise<number> {
  const item = await storedPlan(world.table)
  if (!item) return 0
  const { timeZone } = await getCompany(world)
  const today = businessDateOf(world.clock.now(), timeZone)
  if (item.laid === laidMark(item, today)) return 0
  let touched = 0
  for (const batch of item.plan.batches) touched += await layOutBatch(world, item, batch, { today, timeZone })
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
  for (const one of planned) {
    const known = stored.find((cycle) => (cycle.plannedDay ?? cycle.date) === dayOf(cycle, one))
    if (await follow(world, item, one, known)) touched++
  }
  const rolled = batch.kind === 'daily' ? stored.filter((cycle) => isRolled(cycle, planned, range)) : []
  for (const cycle of rolled) if (await rollOn(world, item, cycle)) touched++
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

async function follow(world: World, { plan, reason }: PlanItem, planned: PlannedCycle, known?: Cycle) {
  if (!known) {
    if (planned.closesAt <= world.clock.now()) return false
    return unlessMeanwhile(() => world.table.commit([newCycleWrite(planned, plan)]))
  }
  const { opensAt, closesAt, orderDay, plannedDay } = planned
  if (known.isByHand || !isAhead(world, known)) return false
  const change = fieldChanges(timesOf(known), { opensAt, closesAt, orderDay })
  if (Object.keys(change).length === 0) return false
  const after = { ...known, opensAt, closesAt, orderDay, plannedDay, reason, version: known.version + 1 }
  const event = recordChange(world, planner, {
    type: 'cycle.changed',
    subject: keyOfCycle(known),
    about: { cycleId: cycleIdOf(known), batch: known.batch },
    change: { ...change, reason, version: { from: known.version, to: after.version } },
  })
  return unlessMeanwhile(() => world.table.commit([cycleWrite(after, plan), event], event))
}

/** A business day that became a holiday: its orders go to the next one, whose window opens earlier. */
function rollOn(world: World, { reason }: PlanItem, cycle: Cycle): Promise<boolean> {
  if (!isAhead(world, cycle)) return Promise.resolve(false)
  const event = recordChange(world, planner, {
    type: 'cycle.rolled',
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
