import { formatMoney } from '#shared/money'
import { homeTexts as texts } from '#shared/texts/home'
import { useSay } from '../../components/language-context.ts'
import { timeInWords } from '../calendar/time-left.ts'
import { useTimeLeft } from '../calendar/use-time-left.ts'
import type { DealerDay, Obligation } from './obligations.ts'

/** The order window that is open and not used yet. */
export function OrderDueCard({ obligation, day }: { obligation: Obligation; day: DealerDay }) {
  const { t, language } = useSay()
  const { draft, available, lastOrderId } = obligation
  const { company, cycle } = day.assortment
  const money = (minor: number) => formatMoney(minor, company.currency, language)
  return (
    <section className="card first">
      <div className="flex justify-between gap-2 mb-1">
        <h2>{t(company.oneOrderACycle ? texts.order : texts.orderDaily)}</h2>
        {cycle && <Left window={{ cycle, receivedAt: day.receivedAt }} />}
      </div>
      <p className="text-soft mb-3">
        {draft.count > 0 ? (
          <>
            {t(texts.draft, { count: draft.count })}
            <strong className="text-ink">{money(draft.total)}</strong>
          </>
        ) : (
          t(texts.noDraft)
        )}
        {available !== undefined && t(texts.available, { available: money(available) })}
      </p>
      <div className="actions">
        <a className="button" href={`/${language}/order/`}>
          {t(draft.count > 0 ? texts.goOn : texts.start)}
        </a>
        {lastOrderId && (
          <a className="quiet" href={`/${language}/order/?again=${lastOrderId}`}>
            {t(texts.asLast)}
          </a>
        )}
      </div>
    </section>
  )
}

function Left({ window }: { window: Parameters<typeof useTimeLeft>[0] }) {
  const { t, language } = useSay()
  const left = useTimeLeft(window)
  return (
    <span className="pill is-attention" role="timer">
      {t(texts.left, { time: timeInWords(left, language) })}
    </span>
  )
}
