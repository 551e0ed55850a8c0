import type { BusinessDate } from '#shared/time'
import { dayOfField } from './zoned-time.ts'

/** The days that a text names, parted by spaces or commas. */
export function daysWithin(text: string): BusinessDate[] {
  return wordsWithin(text).flatMap((word) => dayOfField(word) ?? [])
}

/** What of such a text is no day. */
export function unreadDays(text: string): string[] {
  return wordsWithin(text).filter((word) => dayOfField(word) === undefined)
}

function wordsWithin(text: string): string[] {
  return text.split(/[\s,，、]+/).filter((word) => word !== '')
}
