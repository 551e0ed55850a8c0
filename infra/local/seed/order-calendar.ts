// Ordering windows of the demonstration company around a given day.
import type { BatchPlan, OrderPlan } from '../../../shared/calendar.ts'
import { suppliedPlan, tradedPlan } from '../../../shared/calendar-presets.ts'
import { cyclesOfPlan } from '../../../shared/calendar-rules.ts'
import { type BusinessDate, businessDateOf, instantOf } from '../../../shared/time.ts'
import type { BusinessDay, Preset, SeedCycle, UtcInstant } from './demonstration-company.ts'

export type OrderCalendar = {
  cycles: SeedCycle[]
  open: SeedCycle
  closedBefore: (batch: string) => SeedCycle[]
}

const PAST_WEEKS = 8
const COMING_WEEKS = 4
// The oldest week that any batch still counts among its latest eight is nine before the open one.
const OPEN_WEEK_INDEX = PAST_WEEKS + 2
const DAY_MILLISECONDS = 86_400_000
const ZONE = 'Asia/Shanghai'
const CLOSES_AT = '16:00'
const OPENS_AT = '19:00'

/** The order plans that the demonstration companies keep. */
export const orderPlans: Readonly<Record<Preset, OrderPlan>> = { supplied: suppliedPlan, traded: tradedPlan }

/**
 * Windows of the supplied preset, as its order plan has them.
 *
 * So that a window with 16 hours or more left is open at any hour of `today`, the next order day whose window
 * closes after today opens earlier than the rule: at 19:00 yesterday. Nothing else is moved, no closing ever.
 */
export function suppliedCalendar(today: BusinessDay): OrderCalendar {
  const openOrderDay = nextOrderDay(addDays(today, 2))
  const openMonday = addDays(openOrderDay, 1 - weekdayOf(openOrderDay))
  const cycles: SeedCycle[] = []
  for (let index = 1; index <= OPEN_WEEK_INDEX + COMING_WEEKS; index += 1) {
    const monday = addDays(openMonday, 7 * (index - OPEN_WEEK_INDEX))
    for (let weekday = 1; weekday <= 5; weekday += 1) {
      const orderDay = addDays(monday, weekday - 1)
      const early = orderDay === openOrderDay ? { opensAt: shanghai(addDays(today, -1), OPENS_AT) } : {}
      for (const batch of suppliedPlan.batches)
        for (const window of windowsOn(batch, orderDay)) cycles.push({ index, ...window, ...early })
    }
  }
  return asCalendar(cycles, today, `weekly-${weekdayOf(openOrderDay)}`, openOrderDay)
}

function windowsOn(batch: BatchPlan, day: BusinessDay): Array<Omit<SeedCycle, 'index'>> {
  const on: BusinessDate = businessDateOf(instantOf(Date.parse(`${day}T00:00:00Z`)), 'UTC')
  return cyclesOfPlan(suppliedPlan, batch, { from: on, to: on }, ZONE).map(
    ({ batch: code, orderDay, opensAt, closesAt }) => ({ batch: code, orderDay, opensAt, closesAt }),
  )
}

/**
 * Windows of the traded preset: one a working day, from one 16:00 cut-off to the next, without a gap.
 * The window that would close today is joined with the next one, so that one is always open for hours.
 */
export function tradedCalendar(today: BusinessDay): OrderCalendar {
  const openDay = nextOrderDay(addDays(today, 1))
  const past = workingDays(addDays(today, -7 * PAST_WEEKS), addDays(today, -1))
  const days = [...past, ...workingDays(openDay, addDays(openDay, 7 * COMING_WEEKS))]
  const before = previousOrderDay(addDays(days[0] ?? today, -1))
  const cycles = days.map((orderDay, at) => ({
    index: at + 1,
    batch: 'daily',
    orderDay,
    opensAt: shanghai(days[at - 1] ?? before, CLOSES_AT),
    closesAt: shanghai(orderDay, CLOSES_AT),
  }))
  return asCalendar(cycles, today, 'daily', openDay)
}

function asCalendar(
  cycles: SeedCycle[],
  today: BusinessDay,
  batch: string,
  openDay: BusinessDay,
): OrderCalendar {
  const open = cycles.find((cycle) => cycle.batch === batch && cycle.orderDay === openDay)
  if (!open) throw new Error(`no window of ${batch} for ${openDay}`)
  const startOfToday = shanghai(today, '00:00')
  function closedBefore(ofBatch: string): SeedCycle[] {
    const closed = cycles.filter((cycle) => cycle.batch === ofBatch && cycle.closesAt < startOfToday)
    if (ofBatch === 'daily') return closed
    const latestWeek = Math.max(
      ...cycles.filter(isClosedOnWeekdayOf(ofBatch, startOfToday)).map(({ index }) => index),
    )
    return closed.filter(({ index }) => index > latestWeek - PAST_WEEKS)
  }
  return { cycles, open, closedBefore }
}

function isClosedOnWeekdayOf(batch: string, startOfToday: UtcInstant): (cycle: SeedCycle) => boolean {
  const weekday = batch.slice(-1)
  return (cycle) => cycle.batch.endsWith(weekday) && cycle.closesAt < startOfToday
}

export function addDays(day: BusinessDay, days: number): BusinessDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MILLISECONDS).toISOString().slice(0, 10)
}

/** Monday 1 to Sunday 7. */
function weekdayOf(day: BusinessDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

// The week belongs to the year of its Thursday (ISO 8601).
export function isoWeekOf(day: BusinessDay): number {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const newYear = Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`)
  return Math.floor((Date.parse(`${thursday}T00:00:00Z`) - newYear) / (7 * DAY_MILLISECONDS)) + 1
}

function shanghai(day: BusinessDay, time: string): UtcInstant {
  return new Date(`${day}T${time}:00+08:00`).toISOString()
}

function nextOrderDay(from: BusinessDay): BusinessDay {
  return weekdayOf(from) <= 5 ? from : nextOrderDay(addDays(from, 1))
}

function previousOrderDay(from: BusinessDay): BusinessDay {
  return weekdayOf(from) <= 5 ? from : previousOrderDay(addDays(from, -1))
}

function workingDays(from: BusinessDay, to: BusinessDay): BusinessDay[] {
  const days: BusinessDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekdayOf(day) <= 5) days.push(day)
  return days
}
