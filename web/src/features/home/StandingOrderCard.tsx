import type { CycleView } from '#shared/calendar'
import { formatMoney } from '#shared/money'
import type { OrderHead } from '#shared/orders'
import { homeTexts as texts } from '#shared/texts/home'
import { useSay } from '../../components/language-context.ts'
import { ReadAloud } from '../../components/ReadAloud.tsx'
import { formatMoment } from '../../formats.ts'

type StandingOrderCardProps = { order: OrderHead; window: CycleView; timeZone: string; mayOrder: boolean }

/** The order that stands in the open window: in, and open to change until the cut-off. */
export function StandingOrderCard({ order, window, timeZone, mayOrder }: StandingOrderCardProps) {
  const { t, language } = useSay()
  const { orderId, number, lineCount } = order
  const href = `/${language}/orders/${orderId}/`
  const time = formatMoment(window.closesAt, timeZone, language)
  const total = formatMoney(order.total, order.currency, language)
  return (
    <section className="card">
      <div className="flex justify-between gap-2 mb-1 flex-wrap">
        <h2>{t(texts.placed)}</h2>
        <span className="pill is-done">{t(texts.changeUntil, { time })}</span>
      </div>
      <p className="text-soft mb-3">
        {t(texts.placedText, { number, count: lineCount })}
        <strong className="text-ink">{total}</strong>
      </p>
      <div className="actions">
        <a className="quiet" href={href}>
          {t(texts.see)}
        </a>
        {mayOrder && (
          <a className="quiet" href={`/${language}/order/?change=${orderId}`}>
            {t(texts.change)}
          </a>
        )}
        <ReadAloud text={() => t(texts.placedAloud, { number, total, time })} />
      </div>
    </section>
  )
}
