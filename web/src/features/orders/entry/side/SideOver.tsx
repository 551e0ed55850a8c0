import { formatMoney } from '#shared/money'
import { calendarTexts } from '#shared/texts/calendar'
import { orderEntryTexts } from '#shared/texts/order-entry'
import { pageTexts } from '#shared/texts/pages'
import { windowTurnTexts as texts } from '#shared/texts/window-turns'
import { useSay } from '../../../../components/language-context.ts'
import { useAnswer } from '../../../../components/use-answer.ts'
import { formatDay, formatMoment } from '../../../../formats.ts'
import { readOwnCycles } from '../../../calendar/calendar-queries.ts'
import type { Window } from '../../../calendar/use-time-left.ts'
import { readStandingDraft } from '../../order-queries.ts'
import type { Judgement } from '../send/judge-sheet.ts'
import type { SheetAssortment } from '../sheet-items.ts'

export type OpeningProps = { assortment: SheetAssortment; window: Window }

/** Before the window opens: when it does, and that what is typed is kept until then. */
export function Opening({ assortment: { company }, window }: OpeningProps) {
  const { t, language } = useSay()
  const time = formatMoment(window.cycle.opensAt, company.timeZone, language)
  return (
    <p className="notice neutral" role="status">
      {t(texts.opensAt, { time })}
    </p>
  )
}

/** The window moved on under the sheet: which day it is for now. */
export function NextNow({ assortment: { company, cycle } }: Pick<OpeningProps, 'assortment'>) {
  const { t, language } = useSay()
  if (!cycle) return null
  const time = formatMoment(cycle.closesAt, company.timeZone, language)
  return (
    <p className="notice" role="alert">
      {t(texts.nextNow, { day: formatDay(cycle.orderDay ?? cycle.date, language), time })}
    </p>
  )
}

type SideOverProps = OpeningProps & { judgement: Judgement; isChange: boolean }

/** What stands beside the sheet once its window is over: nothing can be submitted, so it says what becomes of it. */
export function SideOver({ assortment, window, judgement, isChange }: SideOverProps) {
  const { t, language } = useSay()
  const { customer, company } = assortment
  const { data, error, again } = useAnswer(window.cycle.cycleId, async () => {
    const [{ items }, standing] = await Promise.all([
      readOwnCycles(customer.customerId),
      // Who may only look is not told of it.
      readStandingDraft(customer.customerId).catch(() => undefined),
    ])
    const next = items.find(({ cycleId }) => cycleId !== window.cycle.cycleId)
    return { next, isStanding: standing?.isOn === true }
  })
  const opens = data?.next && formatMoment(data.next.opensAt, company.timeZone, language)
  const isKept = judgement.lineCount > 0 && data !== undefined
  const ofDraft = data?.isStanding ? texts.placedByItself : texts.draftNotIn
  const became = isChange ? texts.changeNotIn : isKept ? ofDraft : texts.isOver
  return (
    <aside className="side is-over no-print">
      <p className="countdown is-over">
        <strong>{t(calendarTexts.over)}</strong>
      </p>
      <div className="side-total">
        <p className="facts">
          {t(orderEntryTexts.count, { products: judgement.lineCount, quantity: judgement.quantity })}
        </p>
        <p className="money">
          <span className="sr-only">{t(orderEntryTexts.total)} </span>
          {formatMoney(judgement.total, company.currency, language)}
        </p>
      </div>
      <p className="side-became" role="status">
        {t(became)} {opens && t(texts.nextOpens, { time: opens })}
        {error !== undefined && (
          <button type="button" className="link" onClick={again}>
            {t(pageTexts.tryAgain)}
          </button>
        )}
      </p>
    </aside>
  )
}
