import type { BatchPlan, OrderPlan } from './calendar.ts'
import { addDays, type BusinessDate, weekdayOf } from './time.ts'

const WEEK_MILLISECONDS = 7 * 86_400_000
const LAST_WORKDAY_OF_WEEK = 5
const DAYS_A_WEEK = 7
const WEEKS_A_QUARTER = 13
/** Only long years of ISO 8601 have it. */
const LONG_YEAR_WEEK = 53
/** More days in a row than any company is closed, and more than lie between two order days of any kind of batch. */
const MOST_DAYS_BETWEEN = 60

/** The days of a plan: what is worked and what is moved. */
export type PlanDays = Pick<OrderPlan, 'daysOff' | 'workdays' | 'moves' | 'oddWeekAnchor'>

/** The week number of a day by ISO 8601: the week belongs to the year of its Thursday.
 * @example isoWeekOf('2027-01-01') // 53 */
export function isoWeekOf(date: BusinessDate): number {
  const thursday = addDays(date, 4 - weekdayOf(date))
  const newYear = Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`)
  return Math.floor((Date.parse(`${thursday}T00:00:00Z`) - newYear) / WEEK_MILLISECONDS) + 1
}

/** True in odd weeks: by ISO number, or every second week counted from the week of `anchor`, which is odd. */
export function isOddWeek(date: BusinessDate, anchor?: BusinessDate): boolean {
  if (anchor === undefined) return isoWeekOf(date) % 2 === 1
  const weeks = (Date.parse(mondayOf(date)) - Date.parse(mondayOf(anchor))) / WEEK_MILLISECONDS
  return weeks % 2 === 0
}

/** The Monday of a week 53 that begins within a quarter; after one, an odd week by its number follows an odd one.
 * @example weekFiftyThreeAhead('2026-11-23') // '2026-12-28' */
export function weekFiftyThreeAhead(from: BusinessDate): BusinessDate | undefined {
  for (let week = 0; week <= WEEKS_A_QUARTER; week++) {
    const monday = addDays(mondayOf(from), DAYS_A_WEEK * week)
    if (isoWeekOf(monday) === LONG_YEAR_WEEK) return monday
  }
  return undefined
}

/** The Monday of the week of a day. */
export function mondayOf(date: BusinessDate): BusinessDate {
  return addDays(date, 1 - weekdayOf(date))
}

/** True on days on which the company works: Monday to Friday, less the days off, and the weekends made up for them. */
export function isWorkday({ daysOff, workdays }: Pick<PlanDays, 'daysOff' | 'workdays'>, date: BusinessDate) {
  if (workdays.includes(date)) return true
  if (weekdayOf(date) > LAST_WORKDAY_OF_WEEK) return false
  return !daysOff.some(({ from, to }) => from <= date && date <= to)
}

/** True on the days that a batch orders on by its kind, holidays not minded. */
export function isPlannedDay(days: PlanDays, { kind, weekday }: BatchPlan, date: BusinessDate): boolean {
  if (kind === 'none') return false
  if (kind === 'daily') return isWorkday(days, date)
  if (weekdayOf(date) !== weekday) return false
  return kind === 'weekly' || isOddWeek(date, days.oddWeekAnchor) === (kind === 'oddWeek')
}

/** The day a planned order day is moved to: where the plan says, else the nearest workday that leaves the order days of
 * the batch in their order; the earlier of two. It is never dropped: where no such day is, it stays. */
export function orderDayOf(days: PlanDays, batch: BatchPlan, plannedDay: BusinessDate): BusinessDate {
  const move = days.moves.find((one) => {
    return one.from === plannedDay && (one.batch === undefined || one.batch === batch.batch)
  })
  if (move) return move.to
  if (isWorkday(days, plannedDay)) return plannedDay
  const [earliest, latest] = [reachOf(days, batch, plannedDay, -1), reachOf(days, batch, plannedDay, 1)]
  for (let distance = 1; distance <= Math.max(earliest, latest); distance++) {
    for (const [direction, reach] of [
      [-1, earliest],
      [1, latest],
    ] as const) {
      const day = addDays(plannedDay, direction * distance)
      if (distance <= reach && isWorkday(days, day)) return day
    }
  }
  return plannedDay
}

/** The planned day before or after; undefined when the batch has none. */
export function neighbourOf(
  days: PlanDays,
  batch: BatchPlan,
  plannedDay: BusinessDate,
  direction: 1 | -1,
): BusinessDate | undefined {
  for (let distance = 1; distance <= MOST_DAYS_BETWEEN; distance++) {
    const day = addDays(plannedDay, direction * distance)
    if (isPlannedDay(days, batch, day)) return day
  }
  return undefined
}

// As far as the neighbour when that one stays, else half the way, so that two moved days cannot meet.
function reachOf(days: PlanDays, batch: BatchPlan, plannedDay: BusinessDate, direction: 1 | -1): number {
  const neighbour = neighbourOf(days, batch, plannedDay, direction)
  if (neighbour === undefined) return MOST_DAYS_BETWEEN
  const between = Math.abs(Date.parse(neighbour) - Date.parse(plannedDay)) / (WEEK_MILLISECONDS / 7)
  return isWorkday(days, neighbour) ? between - 1 : Math.floor((between - 1) / 2)
}
