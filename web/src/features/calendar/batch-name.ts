import type { CycleView } from '#shared/calendar'
import type { Language } from '#shared/languages'
import { calendarTexts } from '#shared/texts/calendar'
import { formatWeekday } from '../../formats.ts'
import { say } from '../../say.ts'

/** A batch as people call it where the order plan is not at hand; what is not a known kind is shown as it is.
 * @example batchName('weekly-4', 'zh') // '周四批次' */
export function batchName(batch: string, language: Language): string {
  const [kind = '', weekday = '1'] = batch.split('-')
  if (kind !== 'weekly' && kind !== 'even' && kind !== 'odd' && kind !== 'daily') return batch
  return say(calendarTexts[kind], language, { weekday: formatWeekday(Number(weekday), language) })
}

/** The batch of a cycle by the name that the order plan gave it. */
export function batchOfCycle({ batch, name }: Pick<CycleView, 'batch' | 'name'>, language: Language): string {
  return name?.[language] || batchName(batch, language)
}
