import type { Assortment } from '#shared/catalogue'
import { formatMoney } from '#shared/money'
import type { OrderHead } from '#shared/orders'
import { homeTexts as texts } from '#shared/texts/home'
import { useSay } from '../../components/language-context.ts'
import { formatMoment } from '../../formats.ts'

type StandingOrderCardProps = { order: OrderHead; assortment: Assortment; mayOrder: boolean }

/** The order that stands in the open window: in, and open to change until the cut-off. */
export function StandingOrderCard({ order, assortment, mayOrder }: StandingOrderCardProps) {
  const { t, language } = useSay()
  const { cycle, company } = assortment
  const { orderId, number, lineCount, total, currency } = order
  const href = `/${language}/orders/${orderId}/`
  return (
    <section className="card">
      <div className="flex justify-between gap-2 mb-1">
        <h2>{t(texts.placed)}</h2>
        {cycle && (
          <span className="pill is-done">
            {t(texts.changeUntil, { time: formatMoment(cycle.closesAt, company.timeZone, language) })}
          </span>
        )}
      </div>
      <p className="text-soft mb-3">
        {t(texts.placedText, { number, count: lineCount })}
        <strong className="text-ink">{formatMoney(total, currency, language)}</strong>
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
      </div>
    </section>
  )
}
