import type { BusinessDate } from '#shared/time'

/** The day that a date field holds; undefined while it is empty. */
export function dateOf(text: string): BusinessDate | undefined {
  const [year, month, day] = text.split('-')
  return year && month && day ? `${year}-${month}-${day}` : undefined
}
