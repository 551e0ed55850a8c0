import { useRef, useState } from 'react'
import type { OrderId } from '#shared/ids'
import type { OrderDetails } from '#shared/orders'
import { orderTexts as texts } from '#shared/texts/orders'
import { pageTexts } from '#shared/texts/pages'
import { useSay } from '../../components/language-context.ts'
import { Refused } from '../../components/Refused.tsx'
import { keepCancelledLines, keptCancelledLines } from './cancelled-lines.ts'
import { cancelOrder } from './order-queries.ts'

type OrderActionsProps = {
  orderId: OrderId
  order: OrderDetails
  isStaff: boolean
  mayOrder: boolean
  onChanged: () => void
}

/** What may be done with an order now. */
export function OrderActions({ orderId, order, isStaff, mayOrder, onChanged }: OrderActionsProps) {
  const { t, language } = useSay()
  const ask = useRef<HTMLDialogElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  const { customerId, number, version } = order
  const cancel = async () => {
    setBusy(true)
    setTrouble(undefined)
    keepCancelledLines(orderId, order.lines)
    await cancelOrder(orderId, version).catch(setTrouble)
    setBusy(false)
    ask.current?.close()
    onChanged()
  }
  const isRepeatable = order.lines.length > 0 || keptCancelledLines(orderId).length > 0
  const customer = isStaff ? `&customer=${customerId}` : ''
  return (
    <div className="no-print mb-4">
      <div className="actions">
        {mayOrder && order.isChangeable && (
          <a className="button" href={`/${language}/order/?change=${orderId}${customer}`}>
            {t(texts.change)}
          </a>
        )}
        {mayOrder && isRepeatable && (
          <a className="quiet" href={`/${language}/order/?again=${orderId}${customer}`}>
            {t(texts.again)}
          </a>
        )}
        <button type="button" className="quiet" onClick={() => print()}>
          {t(texts.print)}
        </button>
        {mayOrder && order.isChangeable && (
          <button type="button" className="quiet danger" onClick={() => ask.current?.showModal()}>
            {t(texts.cancel)}
          </button>
        )}
      </div>
      <Refused error={trouble} className="mt-3" />
      <dialog ref={ask} className="ask" aria-labelledby="cancel-ask">
        <h2 id="cancel-ask">{t(texts.cancelAsk, { number })}</h2>
        <p className="text-soft my-3">{t(texts.cancelExplain)}</p>
        <div className="actions">
          <button type="button" className="quiet" onClick={() => ask.current?.close()}>
            {t(pageTexts.cancel)}
          </button>
          <button type="button" className="quiet danger" disabled={isBusy} onClick={() => void cancel()}>
            {t(texts.cancelNow)}
          </button>
        </div>
      </dialog>
    </div>
  )
}
