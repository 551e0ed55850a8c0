import type { Language } from '#shared/languages'
import { formatDate, formatMoment } from '../../formats.ts'

/** The last moment for something, as people say it: day and time; what ends at midnight is due on the day before.
 * @example dueWords('2026-11-24T08:00:00.000Z', 'Asia/Shanghai', 'zh') // '11月24日 16:00' */
export function dueWords(dueAt: string, timeZone: string, language: Language): string {
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const isMidnight = new Intl.DateTimeFormat('en-GB', clock).format(Date.parse(dueAt)) === '00:00'
  if (!isMidnight) return formatMoment(dueAt, timeZone, language)
  return formatDate(new Date(Date.parse(dueAt) - 1).toISOString(), timeZone, language)
}
