import type { Language } from '#shared/languages'

const locales = { zh: 'zh-CN', en: 'en-GB' } as const

// Lists write hundreds of days, and making a format costs far more than writing one.
const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = language + JSON.stringify(options)
  const format = dateFormats.get(name) ?? new Intl.DateTimeFormat(locales[language], options)
  dateFormats.set(name, format)
  return format
}

/** A day of the company's zone for people, with its weekday when asked for. */
export function formatDate(instant: string, timeZone: string, language: Language): string {
  return dateFormat(language, { timeZone, month: 'short', day: 'numeric' }).format(Date.parse(instant))
}

/** Day and time of an instant in the company's zone. */
export function formatMoment(instant: string, timeZone: string, language: Language): string {
  const format = { timeZone, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const
  return dateFormat(language, { ...format, hourCycle: 'h23' }).format(Date.parse(instant))
}

/** A business date (`YYYY-MM-DD`) for people. */
export function formatDay(date: string, language: Language): string {
  return formatDate(`${date}T00:00:00Z`, 'UTC', language)
}

/** A business date with its year, for days that may lie far off. */
export function formatFullDay(date: string, language: Language): string {
  const format = { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' } as const
  return dateFormat(language, format).format(Date.parse(`${date}T00:00:00Z`))
}

/** Day with its year and time of an instant in the company's zone. */
export function formatFullMoment(instant: string, timeZone: string, language: Language): string {
  const day = { year: 'numeric', month: 'short', day: 'numeric' } as const
  const format = { timeZone, ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return dateFormat(language, format).format(Date.parse(instant))
}

/** The name of an ISO weekday, 1 Monday … 7 Sunday. */
export function formatWeekday(weekday: number, language: Language): string {
  const style = language === 'zh' ? 'short' : 'long'
  return dateFormat(language, { weekday: style, timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday))
}

/** A count with its separators. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(count)
}
