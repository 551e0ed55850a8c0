import type { BatchPlan, OrderPlan, WindowRule } from './calendar.ts'
import { isPlannedDay, neighbourOf, orderDayOf, type PlanDays } from './calendar-days.ts'
import { addDays, type BusinessDate, type Instant, instantAt } from './time.ts'

const CHECKED_WEEKS = 60

/** A cycle as the plan has it. `plannedDay` names it within its batch; `date`, the day it closes on before any move,
 * goes into its id; `orderDay` is the day it was moved to. `[opensAt, closesAt)`. */
export type PlannedCycle = {
  batch: string
  date: BusinessDate
  plannedDay: BusinessDate
  orderDay: BusinessDate
  opensAt: Instant
  closesAt: Instant
}

/** The cycles of a batch whose planned order day lies from `from` to `to`, both included (supply and ordering, section 1).
 * Two windows of a batch never overlap: the later one opens when the earlier one closes. */
export function cyclesOfPlan(
  plan: PlanDays,
  batch: BatchPlan,
  range: { from: BusinessDate; to: BusinessDate },
  timeZone: string,
): PlannedCycle[] {
  const cycles: PlannedCycle[] = []
  for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
    if (isPlannedDay(plan, batch, day)) cycles.push(cycleOf(plan, batch, day, timeZone))
  }
  return cycles
}

/** The first day of `plan` on which a window would close before it opens, or two cycles of a batch would close at once or
 * in the wrong order, which is the same; undefined when all is well for a year from `from` on. */
export function collisionIn(
  plan: OrderPlan,
  from: BusinessDate,
  timeZone: string,
): { batch: string; day: BusinessDate } | undefined {
  const range = { from, to: addDays(from, 7 * CHECKED_WEEKS) }
  for (const batch of plan.batches) {
    const cycles = cyclesOfPlan(plan, batch, range, timeZone)
    const wrong = cycles.find(({ opensAt, closesAt }) => closesAt <= opensAt)
    if (wrong) return { batch: batch.batch, day: wrong.plannedDay }
  }
  return undefined
}

/** Until when an order that was not covered at `closesAt` waits for money. */
export function fundsUntil(
  { funds }: Pick<OrderPlan, 'funds'>,
  closedOn: BusinessDate,
  timeZone: string,
): Instant {
  return instantAt(addDays(closedOn, funds.daysAfter), funds.at, timeZone)
}

function cycleOf(plan: PlanDays, batch: BatchPlan, plannedDay: BusinessDate, timeZone: string): PlannedCycle {
  const { window } = batch
  const isDaily = batch.kind === 'daily'
  const closesBefore = isDaily ? 0 : window.closesDaysBefore
  const closeOf = (day: BusinessDate) =>
    instantAt(addDays(orderDayOf(plan, batch, day), -closesBefore), window.closesAt, timeZone)
  const orderDay = orderDayOf(plan, batch, plannedDay)
  const neighbour = neighbourOf(plan, batch, plannedDay, -1)
  const closesAt = closeOf(plannedDay)
  const opensAt = [isDaily ? undefined : opensBy(window, orderDay, timeZone), neighbour && closeOf(neighbour)]
    .filter((moment) => moment !== undefined)
    .toSorted()
    .at(-1)
  return {
    batch: batch.batch,
    date: addDays(plannedDay, -closesBefore),
    plannedDay,
    orderDay,
    opensAt: opensAt ?? closesAt,
    closesAt,
  }
}

function opensBy(window: WindowRule, orderDay: BusinessDate, timeZone: string): Instant {
  return instantAt(addDays(orderDay, -window.opensDaysBefore), window.opensAt, timeZone)
}
