import { formatMoney } from '#shared/money'
import type { ShopDay } from '#shared/notifications'
import type { Obligation } from '#shared/obligations'
import { homeTexts as texts } from '#shared/texts/home'
import { useSay } from '../../components/language-context.ts'
import { ReadAloud } from '../../components/ReadAloud.tsx'
import { timeInWords } from '../calendar/time-left.ts'
import { useTimeLeft, type Window } from '../calendar/use-time-left.ts'

type OrderDueCardProps = { due: Obligation; window: Window; company: ShopDay['company'] }

/** The order window that is open and not used yet. */
export function OrderDueCard({ due, window, company }: OrderDueCardProps) {
  const { t, language } = useSay()
  const { lines = 0, total = 0, available, lastOrderId, toMend } = due.facts
  const time = timeInWords(useTimeLeft(window), language)
  const money = (minor: unknown) => formatMoney(Number(minor), company.currency, language)
  const isDraft = Number(lines) > 0
  return (
    <section className="card first">
      <div className="flex justify-between gap-2 mb-1 flex-wrap">
        <h2>{t(company.oneOrderACycle ? texts.order : texts.orderDaily)}</h2>
        <span className="pill is-attention" role="timer">
          {t(texts.left, { time })}
        </span>
      </div>
      <p className="text-soft mb-3">
        {isDraft ? (
          <>
            {t(texts.draft, { count: lines })}
            <strong className="text-ink">{money(total)}</strong>
          </>
        ) : (
          t(texts.noDraft)
        )}
        {available !== undefined && t(texts.available, { available: money(available) })}
      </p>
      {toMend !== undefined && <p className="is-attention mb-3">{t(texts.toMend, { count: toMend })}</p>}
      <div className="actions">
        <a className="button" href={`/${language}/${due.to}`}>
          {t(isDraft ? texts.goOn : texts.start)}
        </a>
        {lastOrderId && (
          <a className="quiet" href={`/${language}/${due.to}?again=${lastOrderId}`}>
            {t(texts.asLast)}
          </a>
        )}
        <ReadAloud text={() => t(texts.orderAloud, { time, count: lines, total: money(total) })} />
      </div>
    </section>
  )
}
