import type { OrderDetails } from '#shared/orders'
import type { OrderDecision as Decision } from '#shared/supply'
import { orderDecisionTexts as texts } from '#shared/texts/order-decision'
import { countInUnit } from '#shared/unit-chain'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { useAnswer } from '../../components/use-answer.ts'
import { formatMoment } from '../../formats.ts'
import { readDecision } from './order-queries.ts'

/** By what limits the lines of an order were judged, from the release and the grade of then. */
export function OrderDecision({ order }: { order: OrderDetails }) {
  const found = useAnswer(`${order.orderId} ${order.version}`, () => readDecision(order.orderId))
  return (
    <Asked of={found} rows={1}>
      {(decision) => <Told decision={decision} order={order} />}
    </Asked>
  )
}

function Told({ decision, order }: { decision: Decision; order: OrderDetails }) {
  const { t, language } = useSay()
  const { grade, shops, version, publishedAt, lines, bands } = decision
  if (lines.length === 0 || !publishedAt) return <p className="facts">{t(texts.none)}</p>
  const time = formatMoment(publishedAt, order.timeZone, language)
  const facts = { shops, version, time }
  return (
    <>
      <p className="my-1">
        {grade === undefined ? t(texts.byRelease, facts) : t(texts.byGrade, { ...facts, grade })}
      </p>
      <ul className="plain">
        {lines.map(({ productId, limit, isDoubled, band }) => {
          const product = order.products[productId]
          const counted = (count: number) => countInUnit(count, product?.unit, language)
          const quantity = order.lines.find((line) => line.productId === productId)?.quantity ?? 0
          const cap = bands.find(({ code }) => code === band)?.cap
          const name = product?.name[language] ?? productId
          return (
            <li key={productId}>
              {t(texts.line, { name, limit: counted(limit), quantity: counted(quantity) })}
              <span className="facts">
                {isDoubled && ` · ${t(texts.doubled)}`}
                {cap !== undefined && ` · ${t(texts.band, { cap })}`}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
