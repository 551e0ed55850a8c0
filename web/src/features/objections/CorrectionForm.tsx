import { lazy, type SubmitEvent, Suspense, useState } from 'react'
import type { OrderId } from '#shared/ids'
import { waivableRules } from '#shared/order-rules'
import type { CorrectOrder, OrderDetails } from '#shared/orders'
import { objectionTexts as texts } from '#shared/texts/objections'
import { ApiProblem } from '../../api.ts'
import { useSay } from '../../components/language-context.ts'
import { Failure } from '../approvals/Failure.tsx'
import { linesOfOrder, linesToCorrect } from './corrected-lines.ts'
import { correctOrder } from './objection-queries.ts'

const CorrectionLines = lazy(async () => ({
  default: (await import('./CorrectionLines.tsx')).CorrectionLines,
}))

type CorrectionFormProps = { orderId: OrderId; order: OrderDetails; onDone: () => void }

/** Puts an order right line by line, with a reason; rules that may give way are asked about one time. */
export function CorrectionForm({ orderId, order, onDone }: CorrectionFormProps) {
  const { t } = useSay()
  const [isOpen, setIsOpen] = useState(false)
  const [lines, setLines] = useState(() => linesOfOrder(order))
  const [work, setWork] = useState<{ isBusy?: boolean; failure?: unknown }>({})
  const mayWaive = waivableOf(work.failure)
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    // Enter in the product finder looks for a product; it does not correct the order.
    if (document.activeElement?.matches('[type=search]')) return
    const data = new FormData(event.currentTarget)
    setWork({ isBusy: true })
    const { ownNumber, note } = order
    const overriding = data.get('waive') === 'on' ? mayWaive : undefined
    const reason = String(data.get('reason'))
    const body = { lines: linesToCorrect(order, lines), ownNumber, note, reason, overriding }
    correctOrder(orderId, order.version, body).then(onDone, (failure) => setWork({ failure }))
  }
  return (
    <details className="card mb-4" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="link">{t(texts.correct)}</summary>
      <p className="my-2 text-soft">{t(texts.correctText)}</p>
      <form className="cards" onSubmit={onSubmit}>
        <Suspense>{isOpen && <CorrectionLines order={order} lines={lines} onChange={setLines} />}</Suspense>
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
