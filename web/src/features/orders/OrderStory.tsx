import type { HistoryEntry } from '#shared/history'
import type { Text } from '#shared/languages'
import { formatMoney } from '#shared/money'
import type { OrderDetails } from '#shared/orders'
import { orderTexts as texts } from '#shared/texts/orders'
import { useSay } from '../../components/language-context.ts'
import { formatMoment } from '../../formats.ts'

const names: Readonly<Record<string, Text>> = {
  'order.placed': texts.eventPlaced,
  'order.changed': texts.eventChanged,
  'order.cancelled': texts.eventCancelled,
  'order.confirmed': texts.eventConfirmed,
  'order.corrected': texts.eventCorrected,
  'order.objected': texts.eventObjected,
  'order.objection_settled': texts.eventSettled,
}

/** What happened to an order, oldest first: what, who, when. */
export function OrderStory({ events, order }: { events: readonly HistoryEntry[]; order: OrderDetails }) {
  const { t, language } = useSay()
  const money = (minor: number) => formatMoney(minor, order.currency, language)
  return (
    <section className="card">
      <h2 className="mb-2">{t(texts.history)}</h2>
      <ol className="story">
        {events.map(({ eventId, type, at, by, change }) => {
          const version = stepOf(change.version)
          const total = stepOf(change.total)
          const name = by.name || t(texts.bySystem)
          return (
            <li key={eventId}>
              <strong>{t(names[type] ?? texts.eventOther, { version: version?.to ?? '' })}</strong>{' '}
              {total &&
                (type === 'order.changed' || type === 'order.corrected') &&
                t(texts.fromTo, { from: money(total.from), to: money(total.to) })}
              {[change.reason, change.answer].map(
                (said) => typeof said === 'string' && <q key={said}>{said}</q>,
              )}
              <span className="facts block">
                {formatMoment(at, order.timeZone, language)} ·{' '}
                {by.isOnBehalf ? t(texts.byStaff, { name }) : name}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** A change from one number to another, when that is what it is. */
function stepOf(value: unknown): { from: number; to: number } | undefined {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return undefined
  const { from, to } = value
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : undefined
}
