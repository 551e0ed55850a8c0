import { addSeconds, type Instant, instantAt } from '#shared/time'
import type { Codec } from './cell-rules.ts'

const WRITTEN = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/

/** A moment on the company's clock, as `2026-11-25T16:00:00`. */
export const momentCell: Codec<string> = {
  parse: (text) => {
    const [, year = '', , month = '', day = '', hour = '', minute = '', second = ''] =
      WRITTEN.exec(text) ?? []
    const two = (part: string) => part.padStart(2, '0')
    const value = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`
    const moment = Date.parse(`${value}Z`)
    const isReal = !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(value)
    return isReal ? { value } : { code: 'imports.moment_invalid', facts: {} }
  },
  write: (value) => value,
}

/** The instant of such a moment in a zone. */
export function instantOfMoment(moment: string, timeZone: string): Instant {
  const [year, month, day] = moment.slice(0, 10).split('-')
  const clock = `${moment.slice(11, 13)}:${moment.slice(14, 16)}` as const
  return addSeconds(instantAt(`${year}-${month}-${day}`, clock, timeZone), Number(moment.slice(17, 19)))
}
