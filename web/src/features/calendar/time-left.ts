import type { Language } from '#shared/languages'
import { calendarTexts } from '#shared/texts/calendar'
import { say } from '../../say.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The time left as a running clock, days first when there are any.
 * @example runningClock(11_560_000, 'zh') // '3:12:40' */
export function runningClock(milliseconds: number, language: Language): string {
  const left = Math.max(0, milliseconds)
  const days = Math.floor(left / DAY)
  const minutes = pad(Math.floor((left % HOUR) / MINUTE))
  const time = `${Math.floor((left % DAY) / HOUR)}:${minutes}:${pad(Math.floor((left % MINUTE) / 1000))}`
  return days > 0 ? say(calendarTexts.days, language, { days, time }) : time
}

/** The time left in words, to the minute. */
export function timeInWords(milliseconds: number, language: Language): string {
  const left = Math.max(0, milliseconds)
  const days = Math.floor(left / DAY)
  const hours = Math.floor((left % DAY) / HOUR)
  const minutes = Math.floor((left % HOUR) / MINUTE)
  if (days === 0 && hours === 0) return say(calendarTexts.minutes, language, { minutes })
  const time = say(calendarTexts.hours, language, { hours, minutes })
  return days > 0 ? say(calendarTexts.days, language, { days, time }) : time
}

/** How far the server's clock is ahead of this device's, in milliseconds. */
export function clockOffset(serverNow: string, receivedAt: number): number {
  return Date.parse(serverNow) - receivedAt
}

function pad(count: number): string {
  return String(count).padStart(2, '0')
}
