import type { Language } from '#shared/languages'

const locales = { zh: 'zh-CN', en: 'en-GB' } as const

/** A day of the company's zone for people, with its weekday when asked for. */
export function formatDate(instant: string, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone, month: 'short', day: 'numeric' }).format(
    Date.parse(instant),
  )
}

/** Day and time of an instant in the company's zone. */
export function formatMoment(instant: string, timeZone: string, language: Language): string {
  const format = { timeZone, month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(locales[language], { ...format, hourCycle: 'h23' }).format(
    Date.parse(instant),
  )
}

/** A business date (`YYYY-MM-DD`) for people. */
export function formatDay(date: string, language: Language): string {
  return formatDate(`${date}T00:00:00Z`, 'UTC', language)
}

/** A business date with its year, for days that may lie far off. */
export function formatFullDay(date: string, language: Language): string {
  const format = { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' } as const
  return new Intl.DateTimeFormat(locales[language], format).format(Date.parse(`${date}T00:00:00Z`))
}

/** Day with its year and time of an instant in the company's zone. */
export function formatFullMoment(instant: string, timeZone: string, language: Language): string {
  const day = { year: 'numeric', month: 'short', day: 'numeric' } as const
  const format = { timeZone, ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(locales[language], format).format(Date.parse(instant))
}

/** The name of an ISO weekday, 1 Monday … 7 Sunday. */
export function formatWeekday(weekday: number, language: Language): string {
  const style = language === 'zh' ? 'short' : 'long'
  return new Intl.DateTimeFormat(locales[language], { weekday: style, timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday),
  )
}

/** A count with its separators. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(count)
}
