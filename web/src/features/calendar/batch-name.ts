import type { Language } from '#shared/languages'
import { calendarTexts } from '#shared/texts/calendar'
import { formatWeekday } from '../../formats.ts'
import { say } from '../../say.ts'

const workdays = [1, 2, 3, 4, 5]
const knownBatches = [
  'daily',
  ...['weekly', 'odd', 'even'].flatMap((kind) => workdays.map((day) => `${kind}-${day}`)),
]

/** A batch as people call it; what is not a known kind is shown as it is.
 * @example batchName('weekly-4', 'zh') // '周四批次' */
export function batchName(batch: string, language: Language): string {
  const [kind = '', weekday = '1'] = batch.split('-')
  if (kind !== 'weekly' && kind !== 'even' && kind !== 'odd' && kind !== 'daily') return batch
  return say(calendarTexts[kind], language, { weekday: formatWeekday(Number(weekday), language) })
}

/** The batches to choose from, with the one that stands, should it be another. */
export function batchOptions(language: Language, now = ''): Array<{ value: string; name: string }> {
  const batches = now === '' || knownBatches.includes(now) ? knownBatches : [now, ...knownBatches]
  return batches.map((value) => ({ value, name: batchName(value, language) }))
}
