import type { ChangeCycle, CycleDetails } from '#shared/calendar'
import { addDays, instantOf } from '#shared/time'
import type { ApiProblem } from '../../api.ts'
import { dayOfField, zonedInstant, zonedText } from './zoned-time.ts'

const DAY_MILLISECONDS = 86_400_000

/** The times of a cycle as fields hold them, by the clock of the company. */
export type TypedTimes = { orderDay: string; opensAt: string; closesAt: string; reason: string }

export function timesOf(cycle: CycleDetails, timeZone: string): TypedTimes {
  const { orderDay, date, opensAt, closesAt } = cycle
  return {
    orderDay: orderDay ?? date,
    opensAt: zonedText(opensAt, timeZone),
    closesAt: zonedText(closesAt, timeZone),
    reason: '',
  }
}

/** Another order day takes the window along, as many days as it is moved by; what is no day moves nothing. */
export function withOrderDay(typed: TypedTimes, orderDay: string): TypedTimes {
  const [before, after] = [dayOfField(typed.orderDay), dayOfField(orderDay)]
  if (!before || !after) return typed
  const days = Math.round((Date.parse(after) - Date.parse(before)) / DAY_MILLISECONDS)
  return {
    ...typed,
    orderDay,
    opensAt: movedBy(typed.opensAt, days),
    closesAt: movedBy(typed.closesAt, days),
  }
}

/** The times that cannot be read, so that nothing is asked for. */
export function unreadTimes(typed: TypedTimes, timeZone: string): Array<'orderDay' | 'opensAt' | 'closesAt'> {
  const isRead = {
    orderDay: dayOfField(typed.orderDay),
    opensAt: zonedInstant(typed.opensAt, timeZone),
    closesAt: zonedInstant(typed.closesAt, timeZone),
  }
  return (['orderDay', 'opensAt', 'closesAt'] as const).filter((field) => !isRead[field])
}

/** What the fields say, as the change that is asked for, once all of them can be read. */
export function changeOf(cycle: CycleDetails, typed: TypedTimes, timeZone: string): ChangeCycle {
  const kept = cycle.orderDay === undefined ? undefined : dayOfField(cycle.orderDay)
  const chosen = dayOfField(typed.orderDay)
  const orderDay = chosen === dayOfField(cycle.orderDay ?? cycle.date) ? kept : chosen
  const times = timesOf(cycle, timeZone)
  // An open window must keep the instant it opened at, to the second.
  const instantFor = (field: 'opensAt' | 'closesAt') => {
    const isKept = typed[field] === times[field]
    return (!isKept && zonedInstant(typed[field], timeZone)) || instantOf(Date.parse(cycle[field]))
  }
  return {
    opensAt: instantFor('opensAt'),
    closesAt: instantFor('closesAt'),
    ...(orderDay && { orderDay }),
    reason: typed.reason.trim(),
  }
}

const fieldOfProblem = new Map<string, keyof TypedTimes>([
  ['calendar.too_late', 'opensAt'],
  ['calendar.window_empty', 'closesAt'],
  ['calendar.cycle_open', 'closesAt'],
  ['calendar.moved_too_far', 'closesAt'],
  ['calendar.after_order_day', 'closesAt'],
  ['calendar.order_of_closes', 'closesAt'],
])

/** What the server refused, at the field it concerns; nothing when it concerns none. */
export function errorsOfTimes({
  code,
  message,
  entries,
}: Pick<ApiProblem, 'code' | 'message' | 'entries'>): Partial<TypedTimes> {
  const field = fieldOfProblem.get(code)
  if (field) return { [field]: message }
  const named = (['orderDay', 'opensAt', 'closesAt', 'reason'] as const).flatMap((name) => {
    const entry = entries.find(({ path }) => path === name)
    return entry?.message ? [[name, entry.message]] : []
  })
  return Object.fromEntries(named)
}

function movedBy(text: string, days: number): string {
  const day = dayOfField(text.slice(0, 10))
  return day ? `${addDays(day, days)}${text.slice(10)}` : text
}
