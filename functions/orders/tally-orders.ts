import { getCompany } from '#accounts'
import { partsOfCycleId } from '#calendar'
import type { World } from '#platform/world'
import type { CycleId } from '#shared/ids'
import type { OrderTally } from '#shared/order-tally'
import { Problem } from '#shared/problems'
import { addDays, type BusinessDate, businessDateOf } from '#shared/time'
import type { UnitPath } from '#shared/unit-path'
import { everyOrderOfUnits } from './head-store.ts'
import { weekOf } from './order-plan.ts'
import { type CountedOrder, countByDay, countByUnit, countOf, isCounted } from './tally-rules.ts'

/** Seven days, and the seven before to compare them with. */
const DAYS_COMPARED = 7
const DAYS_OF_WEEK = 7

type Asked = { subtrees: readonly UnitPath[]; cycleId?: CycleId }

/** The orders under the given subtrees counted by unit and by day: those of a cycle, else those of the last seven days,
 * with the days of the seven before. Throws `calendar.cycle_not_found`. */
export async function tallyOrders(world: World, { subtrees, cycleId }: Asked): Promise<OrderTally> {
  const asOf = world.clock.now()
  const today = businessDateOf(asOf, world.config.timeZone)
  const [{ currency }, orders] = await Promise.all([
    getCompany(world),
    ordersIn(world, subtrees, weeksOf(today, cycleId), cycleId),
  ])
  if (cycleId) return { ...countOf(orders), currency, asOf, units: countByUnit(orders), days: [] }
  const dates = Array.from({ length: 2 * DAYS_COMPARED }, (_, at) =>
    addDays(today, at + 1 - 2 * DAYS_COMPARED),
  )
  const latest = orders.filter(({ date }) => date > addDays(today, -DAYS_COMPARED))
  return {
    ...countOf(latest),
    currency,
    asOf,
    units: countByUnit(latest),
    days: countByDay(orders, dates),
  }
}

async function ordersIn(
  world: World,
  subtrees: readonly UnitPath[],
  weeks: readonly BusinessDate[],
  cycleId: CycleId | undefined,
): Promise<CountedOrder[]> {
  const places = weeks.flatMap((week) => subtrees.map((unitPath) => ({ week, unitPath })))
  const found = await Promise.all(
    places.map(({ week, unitPath }) => everyOrderOfUnits(world.table, week, unitPath)),
  )
  return found
    .flat()
    .flatMap(({ unitPath, head: { st, cy, at, t } }) =>
      isCounted(st) && (!cycleId || cy === cycleId)
        ? [{ unitPath, date: businessDateOf(at, world.config.timeZone), total: t }]
        : [],
    )
}

// An order stands in the week its window closes in: at the earliest that of its day, at the latest the one after.
function weeksOf(today: BusinessDate, cycleId: CycleId | undefined): BusinessDate[] {
  const cycle = cycleId && partsOfCycleId(cycleId)
  if (cycleId && !cycle) throw new Problem('calendar.cycle_not_found')
  if (cycle) return [weekOf(cycle.date)]
  const weeks: BusinessDate[] = []
  const first = weekOf(addDays(today, 1 - 2 * DAYS_COMPARED))
  for (let week = first; week <= addDays(today, DAYS_OF_WEEK); week = addDays(week, DAYS_OF_WEEK))
    weeks.push(week)
  return weeks
}
