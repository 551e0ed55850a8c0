import { formatMoney } from '#shared/money'
import { calendarTexts } from '#shared/texts/calendar'
import { totalAloudTexts as texts } from '#shared/texts/total-aloud'
import { useSay } from '../../../../components/language-context.ts'
import { ReadAloud } from '../../../../components/ReadAloud.tsx'
import { timeInWords } from '../../../calendar/time-left.ts'
import { phaseOf, untilTurn, type Window } from '../../../calendar/use-time-left.ts'
import type { Judgement } from '../send/judge-sheet.ts'
import type { SheetAssortment } from '../sheet-items.ts'

type TotalAloudProps = { assortment: SheetAssortment; window: Window | undefined; judgement: Judgement }

/** Reads aloud, in large mode, what the order comes to and how long it may still be placed. */
export function TotalAloud({ assortment, window, judgement }: TotalAloudProps) {
  const { t, language } = useSay()
  const aloud = () => {
    const phase = window ? phaseOf(window) : 'over'
    const words = { before: calendarTexts.opensIn, open: texts.left, over: calendarTexts.over }[phase]
    const time = t(words, { time: timeInWords(window ? untilTurn(window) : 0, language) })
    const { lineCount: products, quantity } = judgement
    const total = formatMoney(judgement.total, assortment.company.currency, language)
    return t(texts.aloud, { products, quantity, total, time })
  }
  return <ReadAloud text={aloud} />
}
