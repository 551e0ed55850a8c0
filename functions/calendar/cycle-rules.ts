import type { CycleDetails, OrderPlan } from '#shared/calendar'
import { addDays, addSeconds, type BusinessDate, type Instant } from '#shared/time'

/** Changes are made at least so far ahead: more than clocks of servers are ever apart, and time to tell the shops. */
export const LEAST_AHEAD_SECONDS = 600
/** A cycle is found by the day of its id, so it may not be moved further away than one looks for it. */
export const MOST_DAYS_MOVED = 14

type Times = { opensAt: Instant; closesAt: Instant }
type Phase = { phase?: 'shut' | 'closed' }
type Due = { isReminded?: true; lookAt?: Instant }

/** True while orders may be placed by this cycle's own times. */
export function isOpenAt(cycle: Times, now: Instant): boolean {
  return cycle.opensAt <= now && now < cycle.closesAt
}

/** What a cycle is at. */
export function stateAt({ phase, ...times }: Times & Phase, now: Instant): CycleDetails['state'] {
  if (phase === 'closed') return 'closed'
  if (phase === 'shut') return 'over'
  if (now < times.opensAt) return 'coming'
  return isOpenAt(times, now) ? 'open' : 'over'
}

/** When a cycle is to be looked at next: to remind its shops, to close it, to see whether its closing came to its end, to
 * let orders lapse. */
export function dueAtOf(
  cycle: Times & Phase & Due,
  plan: Pick<OrderPlan, 'graceSeconds' | 'remindMinutes'>,
): Instant | undefined {
  if (cycle.phase) return cycle.lookAt
  if (!cycle.isReminded) return addSeconds(cycle.closesAt, -60 * plan.remindMinutes)
  return addSeconds(cycle.closesAt, plan.graceSeconds)
}

/** True for a cycle of a batch that is called on every other week; one put in before cycles knew that is known by the name
 * of its batch. */
export function isOfEveryOtherWeek({ batch, isBiweekly }: { batch: string; isBiweekly?: boolean }): boolean {
  return isBiweekly ?? /^(odd|even)-/.test(batch)
}

/** The moment at which an order in this cycle is judged: a cycle that is shut is over whatever the clock says. */
export function momentWithin({ phase, closesAt }: Phase & Pick<Times, 'closesAt'>, now: Instant): Instant {
  return phase && now < closesAt ? closesAt : now
}

/** Why a cycle cannot be changed like this. */
export type ChangeRefusal =
  | { code: 'calendar.cycle_over' }
  | { code: 'calendar.cycle_open' }
  | { code: 'calendar.too_late'; minutes: number }
  | { code: 'calendar.window_empty' }
  | { code: 'calendar.moved_too_far'; days: number }
  | { code: 'calendar.after_order_day'; day: BusinessDate }
  | { code: 'calendar.order_of_closes' }

type Asked = Times & { orderDay?: BusinessDate }
type Around = { before?: Times; after?: Times; closingDay: BusinessDate }

/** What forbids a change: changes are made ahead, and an open window may only close later. */
export function changeRefusal(
  cycle: Times & Phase & { date: BusinessDate; orderDay?: BusinessDate },
  asked: Asked,
  { before, after, closingDay }: Around,
  now: Instant,
): ChangeRefusal | undefined {
  const ahead = addSeconds(now, LEAST_AHEAD_SECONDS)
  if (cycle.phase || now >= cycle.closesAt) return { code: 'calendar.cycle_over' }
  if (asked.closesAt <= asked.opensAt) return { code: 'calendar.window_empty' }
  const staysOpen = asked.opensAt === cycle.opensAt && asked.orderDay === cycle.orderDay
  if (ahead >= cycle.opensAt) {
    if (!staysOpen || asked.closesAt < cycle.closesAt) return { code: 'calendar.cycle_open' }
  } else if (asked.opensAt < ahead) return { code: 'calendar.too_late', minutes: LEAST_AHEAD_SECONDS / 60 }
  const [earliest, latest] = [addDays(cycle.date, -MOST_DAYS_MOVED), addDays(cycle.date, MOST_DAYS_MOVED)]
  if (closingDay < earliest || closingDay > latest)
    return { code: 'calendar.moved_too_far', days: MOST_DAYS_MOVED }
  const orderDay = asked.orderDay ?? cycle.orderDay
  if (orderDay !== undefined && closingDay > orderDay)
    return { code: 'calendar.after_order_day', day: orderDay }
  const isInOrder =
    (!before || before.closesAt < asked.closesAt) && (!after || asked.closesAt < after.closesAt)
  return isInOrder ? undefined : { code: 'calendar.order_of_closes' }
}
