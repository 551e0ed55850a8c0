import { type BusinessDate, type Instant, instantAt, instantOf } from '#shared/time'

/** No window or holiday lies before it: such a year is half typed. */
const FIRST_YEAR = 2000

/** An instant as a date and time field shows it, by the clock of the company.
 * @example zonedText('2026-11-25T08:00:00.000Z', 'Asia/Shanghai') // '2026-11-25T16:00' */
export function zonedText(instant: string, timeZone: string): string {
  const format = { timeZone, dateStyle: 'short', timeStyle: 'short' } as const
  return new Intl.DateTimeFormat('sv-SE', format).format(Date.parse(instant)).replace(' ', 'T')
}

/** The instant that a date and time field says; undefined when it says none. */
export function zonedInstant(text: string, timeZone: string): Instant | undefined {
  const [, year, month, day, hours, minutes] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(text) ?? []
  if (!minutes || !dayOfField(text.slice(0, 10))) return undefined
  return instantAt(`${year}-${month}-${day}`, `${hours}:${minutes}`, timeZone)
}

/** The day that a date field says; undefined when it says none. */
export function dayOfField(text: string): BusinessDate | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const date = `${year}-${month}-${day}` as const
  return day && Number(year) >= FIRST_YEAR && isReal(date) ? date : undefined
}

// The calendar has no 30 February, though it has the form of a day.
function isReal(date: BusinessDate): boolean {
  const moment = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(moment) && instantOf(moment).startsWith(date)
}

/** The clock time that a time field says; undefined when it is empty. */
export function clockOfField(text: string): `${string}:${string}` | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(text) ?? []
  return minutes ? `${hours}:${minutes}` : undefined
}
