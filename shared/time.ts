/** A moment in UTC, ISO 8601 with milliseconds and `Z`. Instants compare as strings. */
export type Instant = `${string}T${string}Z`

/** A day of the company's zone, `YYYY-MM-DD`. */
export type BusinessDate = `${string}-${string}-${string}`

const DAY_MILLISECONDS = 86_400_000

/** The instant of a `Date` or of epoch milliseconds.
 * @example instantOf(0) // '1970-01-01T00:00:00.000Z' */
export function instantOf(moment: Date | number): Instant {
  const text = new Date(moment).toISOString()
  return `${text.slice(0, 10)}T${text.slice(11, -1)}Z`
}

/** Epoch milliseconds of an instant. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant)
}

/** The instant `seconds` later (earlier when negative). */
export function addSeconds(instant: Instant, seconds: number): Instant {
  return instantOf(millisecondsOf(instant) + seconds * 1000)
}

/** The company's day at an instant.
 * @example businessDateOf('2026-11-22T16:30:00.000Z', 'Asia/Shanghai') // '2026-11-23' */
export function businessDateOf(instant: Instant, timeZone: string): BusinessDate {
  return dateFrom(wallClockOf(timeZone).format(millisecondsOf(instant)))
}

/** The day `days` later (earlier when negative). */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return dateFrom(new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MILLISECONDS).toISOString())
}

/** ISO weekday of a day: 1 Monday … 7 Sunday. */
export function weekdayOf(date: BusinessDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

/** The instant of a wall-clock time on a day of a zone; a time that the zone skips falls after the gap.
 * @example instantAt('2026-11-25', '16:00', 'Asia/Shanghai') // '2026-11-25T08:00:00.000Z' */
export function instantAt(date: BusinessDate, clock: `${string}:${string}`, timeZone: string): Instant {
  const wall = Date.parse(`${date}T${clock}:00Z`)
  const first = wall - zoneOffset(wall, timeZone)
  const second = wall - zoneOffset(first, timeZone)
  // The two disagree for good only within a gap, whose end is the later one.
  const isInGap = zoneOffset(second, timeZone) !== zoneOffset(first, timeZone)
  return instantOf(isInGap ? Math.max(first, second) : second)
}

/** True when `[open, close)` holds the instant: intervals are half-open everywhere. */
export function isWithin(instant: Instant, open: Instant, close: Instant): boolean {
  return open <= instant && instant < close
}

/** Day and minute as a clock on the wall of a zone shows them.
 * @example wallClock('2026-11-25T08:00:00.000Z', 'Asia/Shanghai') // '2026-11-25 16:00' */
export function wallClock(instant: string, timeZone: string): string {
  return wallClockOf(timeZone).format(Date.parse(instant)).slice(0, 16)
}

function zoneOffset(moment: number, timeZone: string): number {
  const wall = wallClockOf(timeZone).format(moment).replace(' ', 'T')
  return Date.parse(`${wall}Z`) - Math.floor(moment / 1000) * 1000
}

// Making a format costs a hundred times what using it does.
const wallClocks = new Map<string, Intl.DateTimeFormat>()

function wallClockOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    wallClocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  wallClocks.set(timeZone, format)
  return format
}

function dateFrom(text: string): BusinessDate {
  const [year, month, day] = text.slice(0, 10).split('-')
  return `${year}-${month}-${day}`
}
