import { addDays, type BusinessDate, businessDateOf, type Instant, instantAt, weekdayOf } from './time.ts'

/** Over which time a person's spending is counted; a cycle is the order window itself. */
export const spendingPeriods = ['day', 'week', 'month', 'cycle'] as const
export type SpendingPeriod = (typeof spendingPeriods)[number]

/** When the owner of a shop looks at what buyers order: never, each time, or when it is above their spending limit. */
export const approvalModes = ['never', 'above-limit', 'always'] as const

/** A half-open stretch of time: `from` belongs to it, `to` no longer. */
export type Stretch = { from: Instant; to: Instant }

type When = { at: Instant; timeZone: string; cycle: { opensAt: Instant; closesAt: Instant } }

/** The period that holds an instant, by the company's calendar: from midnight to midnight, from Monday, from the first.
 * @example periodAround('day', { at: '2026-11-25T04:00:00.000Z', timeZone: 'Asia/Shanghai', cycle }).from // '2026-11-24T16:00:00.000Z' */
export function periodAround(period: SpendingPeriod, { at, timeZone, cycle }: When): Stretch {
  if (period === 'cycle') return { from: cycle.opensAt, to: cycle.closesAt }
  const first = firstDay(period, businessDateOf(at, timeZone))
  const midnight = (date: BusinessDate) => instantAt(date, '00:00', timeZone)
  return { from: midnight(first), to: midnight(dayAfter(period, first)) }
}

function firstDay(period: Exclude<SpendingPeriod, 'cycle'>, date: BusinessDate): BusinessDate {
  if (period === 'week') return addDays(date, 1 - weekdayOf(date))
  return period === 'month' ? addDays(date, 1 - Number(date.slice(8))) : date
}

function dayAfter(period: Exclude<SpendingPeriod, 'cycle'>, first: BusinessDate): BusinessDate {
  if (period === 'day') return addDays(first, 1)
  // No month has more than 31 days, so the 32nd lies in the next one.
  return period === 'week' ? addDays(first, 7) : firstDay('month', addDays(first, 31))
}
