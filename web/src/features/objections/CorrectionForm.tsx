import { type SubmitEvent, useState } from 'react'
import type { OrderId } from '#shared/ids'
import { waivableRules } from '#shared/order-rules'
import type { CorrectOrder, OrderDetails } from '#shared/orders'
import { objectionTexts as texts } from '#shared/texts/objections'
import { ApiProblem } from '../../api.ts'
import { useSay } from '../../components/language-context.ts'
import { Failure } from '../approvals/Failure.tsx'
import { correctOrder } from './objection-queries.ts'

type CorrectionFormProps = { orderId: OrderId; order: OrderDetails; onDone: () => void }

/** Puts an order right line by line, with a reason; rules that may give way are asked about one time. */
export function CorrectionForm({ orderId, order, onDone }: CorrectionFormProps) {
  const { t, language } = useSay()
  const [work, setWork] = useState<{ isBusy?: boolean; failure?: unknown }>({})
  const mayWaive = waivableOf(work.failure)
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    setWork({ isBusy: true })
    const overriding = data.get('waive') === 'on' ? mayWaive : undefined
    correctOrder(orderId, order.version, { ...bodyOf(order, data), overriding }).then(onDone, (failure) =>
      setWork({ failure }),
    )
  }
  return (
    <details className="card mb-4">
      <summary className="link">{t(texts.correct)}</summary>
      <p className="my-2 text-soft">{t(texts.correctText)}</p>
      <form className="cards" onSubmit={onSubmit}>
        {order.lines.map(({ productId, quantity }) => (
          <label key={productId} className="field correction-line">
            <span>{order.products[productId]?.name[language] ?? productId}</span>
            <input
              className="text-box"
              type="number"
              name={productId}
              min={0}
              max={999_999}
              defaultValue={quantity}
              required
            />
          </label>
        ))}
        <label className="field">
          <span>{t(texts.reason)}</span>
          <textarea className="text-box" name="reason" rows={2} maxLength={300} required />
        </label>
        <Failure failure={work.failure} />
        {mayWaive.length > 0 && (
          <label className="choice">
            <input type="checkbox" name="waive" />
            {t(texts.setAside)}
          </label>
        )}
        <div className="actions">
          <button type="submit" className="button" disabled={work.isBusy}>
            {t(texts.correct)}
          </button>
        </div>
      </form>
    </details>
  )
}

/** The rules that were broken, when none of them must hold. */
function waivableOf(failure: unknown): NonNullable<CorrectOrder['overriding']> {
  if (!(failure instanceof ApiProblem)) return []
  const broken = failure.entries.map(({ code }) => code)
  const waived = waivableRules.filter((rule) => broken.includes(rule))
  return broken.every((code) => waived.some((rule) => rule === code)) ? waived : []
}

function bodyOf(order: OrderDetails, data: FormData): CorrectOrder {
  const { ownNumber, note } = order
  const lines = order.lines.map(({ productId, wanted, note: ofLine }) => ({
    productId,
    quantity: Number(data.get(productId)),
    wanted,
    note: ofLine,
  }))
  return { lines, ownNumber, note, reason: String(data.get('reason')) }
}
