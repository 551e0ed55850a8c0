import { formatMoney } from '#shared/money'
import type { OrderDetails } from '#shared/orders'
import { orderTexts as texts } from '#shared/texts/orders'
import { useSay } from '../../components/language-context.ts'
import { ReadAloud } from '../../components/ReadAloud.tsx'
import { usePageTitle } from '../../components/use-page-title.ts'
import { formatMoment } from '../../formats.ts'
import { OrderState } from './OrderState.tsx'

/** Number, shop, state, total and until when an order may change. */
export function OrderFacts({ order }: { order: OrderDetails }) {
  const { t, language } = useSay()
  const { number, state, total, currency, lineCount, customerName, timeZone, closesAt, placedAt } = order
  const time = formatMoment(closesAt, timeZone, language)
  usePageTitle(t(texts.order, { number }))
  const isStanding = order.isStanding === true
  const until = t(order.isChangeable ? texts.changeable : texts.notChangeable, { time })
  const aloud = () => {
    const sum = [t(texts.order, { number }), t(texts.lineCount, { count: lineCount })]
    const said = [...sum, formatMoney(total, currency, language), ...(state === 'placed' ? [until] : [])]
    return said.join(language === 'zh' ? '，' : ', ')
  }
  return (
    <>
      <header className="page-head order-facts">
        <div>
          <p className="facts">
            {customerName[language]} · {formatMoment(placedAt, timeZone, language)}
          </p>
          <h1>{t(texts.order, { number })}</h1>
          <p className="my-1">
            <OrderState state={state} />{' '}
            {order.isOnBehalf && <span className="pill is-attention">{t(texts.onBehalf)}</span>}{' '}
            {isStanding && <span className="pill is-waiting">{t(texts.standing)}</span>}
          </p>
          {isStanding && <p className="facts">{t(texts.standingExplain)}</p>}
          <Written order={order} />
          {order.preparedBy && <p className="facts">{t(texts.preparedBy, { name: order.preparedBy })}</p>}
          {order.judgedBy && (
            <p className="facts">
              {t(order.judgedBy.release > 0 ? texts.judgedBy : texts.judgedByPrices, order.judgedBy)}
            </p>
          )}
          {state === 'placed' && <p className="facts">{until}</p>}
        </div>
        <div className="order-sum">
          <p className="facts">{t(texts.lineCount, { count: lineCount })}</p>
          <p className="money">{formatMoney(total, currency, language)}</p>
          <ReadAloud text={aloud} />
        </div>
      </header>
      <Funds order={order} />
    </>
  )
}

/** What an order that waits for money lacks and until when, or that it never came. */
function Funds({ order }: { order: OrderDetails }) {
  const { t, language } = useSay()
  const { state, fundsUntil, missingFunds, currency, timeZone } = order
  if (state === 'lapsed') return <p className="notice bad">{t(texts.hasLapsed)}</p>
  if (state !== 'awaiting-funds' || !fundsUntil) return null
  const time = formatMoment(fundsUntil, timeZone, language)
  const missing = missingFunds !== undefined && formatMoney(missingFunds, currency, language)
  return (
    <p className="notice">
      {missing ? t(texts.awaitsFunds, { missing, time }) : t(texts.awaitsAnyFunds, { time })}
    </p>
  )
}

/** What the customer wrote on it, and where it goes. */
function Written({ order }: { order: OrderDetails }) {
  const { t, language } = useSay()
  const { ownNumber, address, note } = order
  const said = [
    [texts.ownNumber, ownNumber],
    [texts.address, address],
    [texts.note, note],
  ] as const
  return said.map(
    ([name, text]) =>
      text && (
        <p key={name.en} className="facts">
          {t(name)}
          {language === 'zh' ? '：' : ': '}
          {text}
        </p>
      ),
  )
}
