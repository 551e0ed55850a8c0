import type { BatchPlan } from '#shared/calendar'
import { mondayOf } from '#shared/calendar-days'
import type { PlannedCycle } from '#shared/calendar-rules'
import { addSeconds, type BusinessDate, type Instant } from '#shared/time'
import { LEAST_AHEAD_SECONDS } from './cycle-rules.ts'
import type { Cycle } from './cycle-store.ts'

/** What becomes of one cycle of a batch when a plan is laid out: put in, on its day with the plan's times, moved to
 * another day of its week, or taken out. */
export type PlanStep =
  | { do: 'put'; planned: PlannedCycle }
  | { do: 'follow' | 'move'; planned: PlannedCycle; cycle: Cycle }
  | { do: 'drop'; cycle: Cycle }

type Range = { from: BusinessDate; to: BusinessDate }
type Kind = BatchPlan['kind']

/** The steps from the cycles that are there to those of a plan. A cycle whose day the plan no longer has goes to the plan's
 * day in the same week and keeps its id, and with it what was released and ordered; where it may not move any more, its
 * week stays as it was said, so that a shop never has two windows a week for one, nor none. */
export function stepsOfPlan(
  stored: readonly Cycle[],
  planned: readonly PlannedCycle[],
  { from, to, kind }: Range & { kind: Kind },
  now: Instant,
): PlanStep[] {
  const days = new Set(planned.map(({ plannedDay }) => plannedDay))
  const strays = stored.filter(
    ({ plannedDay: day }) => day !== undefined && from <= day && day <= to && !days.has(day),
  )
  const moved = new Set<Cycle>()
  const keptWeeks = new Set<BusinessDate>()
  const steps = planned.flatMap((one): PlanStep[] => {
    const known = stored.find((cycle) => dayOf(cycle) === (cycle.plannedDay ? one.plannedDay : one.date))
    if (known) return [{ do: 'follow', planned: one, cycle: known }]
    // A business day that became a holiday rolls on: it does not become another business day.
    const ofWeek = kind === 'daily' ? [] : strays.filter((cycle) => isOfWeek(cycle, one.plannedDay))
    if (ofWeek.length === 0) return [{ do: 'put', planned: one }]
    const cycle = ofWeek.find((each) => !moved.has(each) && mayMoveTo(each, one, now))
    if (cycle) moved.add(cycle)
    else keptWeeks.add(mondayOf(one.plannedDay))
    return cycle ? [{ do: 'move', planned: one, cycle }] : []
  })
  const dropped = strays.filter(
    (cycle) => !moved.has(cycle) && !keptWeeks.has(mondayOf(dayOf(cycle))) && mayChange(cycle, now),
  )
  return [...steps, ...dropped.map((cycle): PlanStep => ({ do: 'drop', cycle }))]
}

/** True for a coming cycle whose shops may still be told in time. */
export function isAheadOf({ opensAt, phase }: Pick<Cycle, 'opensAt' | 'phase'>, now: Instant): boolean {
  return !phase && addSeconds(now, LEAST_AHEAD_SECONDS) < opensAt
}

/** True while the plan sets the times of a cycle: nobody did by hand, and it is ahead. */
export function mayChange(cycle: Cycle, now: Instant): boolean {
  return !cycle.isByHand && isAheadOf(cycle, now)
}

function mayMoveTo(cycle: Cycle, planned: PlannedCycle, now: Instant): boolean {
  return mayChange(cycle, now) && isAheadOf(planned, now)
}

// A cycle put in before there was a plan is known by the day of its id.
function dayOf({ plannedDay, date }: Cycle): BusinessDate {
  return plannedDay ?? date
}

function isOfWeek(cycle: Cycle, day: BusinessDate): boolean {
  return mondayOf(dayOf(cycle)) === mondayOf(day)
}
