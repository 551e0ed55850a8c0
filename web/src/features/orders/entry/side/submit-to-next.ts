import type { Language } from '#shared/languages'
import { windowTurnTexts } from '#shared/texts/window-turns'
import { formatDay } from '../../../../formats.ts'
import { say } from '../../../../say.ts'
import type { SheetAssortment } from '../sheet-items.ts'

/** What the button says once the window that the page was opened for is over and the next one took its place: which day it
 * is for, so that nothing moves there in silence. */
export function submitToNext({ cycle }: SheetAssortment, language: Language): string | undefined {
  return (
    cycle &&
    say(windowTurnTexts.submitTo, language, { day: formatDay(cycle.orderDay ?? cycle.date, language) })
  )
}
