import type { Language } from '#shared/languages'

const locales = { zh: 'zh-CN', en: 'en-GB' } as const

/** The short name of a business date's weekday. */
export function shortWeekday(date: string, language: Language): string {
  return named(date, language, { weekday: 'short' })
}

/** A business date with its weekday, in the order that the language puts them. */
export function dayWithWeekday(date: string, language: Language): string {
  return named(date, language, { weekday: 'short', month: 'short', day: 'numeric' })
}

function named(date: string, language: Language, format: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], { ...format, timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  )
}
