import type { HistoryEntry } from '#shared/history'
import type { Text } from '#shared/languages'
import { formatMoney } from '#shared/money'
import type { OrderDetails } from '#shared/orders'
import { leftOutTexts } from '#shared/texts/left-out'
import { orderTexts as texts } from '#shared/texts/orders'
import { useSay } from '../../components/language-context.ts'
import { formatMoment } from '../../formats.ts'
import { OrderPast } from './OrderPast.tsx'

const names: Readonly<Record<string, Text>> = {
  'order.awaiting_funds': texts.eventAwaitsFunds,
  'order.lapsed': texts.eventLapsed,
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
          const version = stepOf(change.version)?.to ?? ''
          const total = stepOf(change.total)
          const name = by.name || t(texts.bySystem)
          const until = typeof change.fundsUntil === 'string' ? change.fundsUntil : order.fundsUntil
          const time = until && formatMoment(until, order.timeZone, language)
          const event = change.isStanding === true ? texts.eventPlacedFromDraft : names[type]
          const leftOut = leftOutOf(change.leftOut)
          return (
            <li key={eventId}>
              <strong>{t(event ?? texts.eventOther, { version, time })}</strong>{' '}
              {total &&
                (type === 'order.changed' || type === 'order.corrected') &&
                t(texts.fromTo, { from: money(total.from), to: money(total.to) })}
              {[change.reason, change.answer].map(
                (said) => typeof said === 'string' && <q key={said}>{said}</q>,
              )}
              {leftOut.length > 0 && <LeftOut lines={leftOut} />}
              <span className="facts block">
                {formatMoment(at, order.timeZone, language)} ·{' '}
                {by.isOnBehalf ? t(texts.byStaff, { name }) : name}
              </span>
            </li>
          )
        })}
      </ol>
      <OrderPast order={order} />
    </section>
  )
}

/** The lines of a standing draft that the rules refused, each with why. */
function LeftOut({ lines }: { lines: readonly LeftOutLine[] }) {
  const { t, language } = useSay()
  const names = lines.map(({ name, code }) => {
    const said = name ? t(name) : t(texts.leftOutUnknown)
    const reason = isSaid(code) ? t(leftOutTexts[code]) : undefined
    return reason ? t(texts.leftOutFor, { name: said, reason }) : said
  })
  return (
    <span className="block">{t(texts.leftOut, { names: names.join(language === 'zh' ? '、' : ', ') })}</span>
  )
}

/** A change from one number to another, when that is what it is. */
function stepOf(value: unknown): { from: number; to: number } | undefined {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return undefined
  const { from, to } = value
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : undefined
}

type LeftOutLine = { code: string; name?: Text }

function isSaid(code: string): code is keyof typeof leftOutTexts {
  return code in leftOutTexts
}

// The server writes this part of a change; what does not look like it says nothing.
function leftOutOf(value: unknown): LeftOutLine[] {
  return Array.isArray(value) ? value.filter(isLeftOut) : []
}

function isLeftOut(value: unknown): value is LeftOutLine {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
}
