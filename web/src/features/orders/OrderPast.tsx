import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { OrderDetails } from '#shared/orders'
import { orderDecisionTexts } from '#shared/texts/order-decision'
import { toldOrderTexts as texts } from '#shared/texts/told-orders'
import { useSay } from '../../components/language-context.ts'
import { Skeleton } from '../../components/Skeleton.tsx'

const OrderAsOf = lazy(async () => ({ default: (await import('./OrderAsOf.tsx')).OrderAsOf }))

const OrderDecision = lazy(async () => ({ default: (await import('./OrderDecision.tsx')).OrderDecision }))

/** Where one looks at by what an order was judged, and at the order as it stood; each is loaded when it is opened. */
export function OrderPast({ order }: { order: OrderDetails }) {
  const { t } = useSay()
  return (
    <>
      {order.judgedBy && order.judgedBy.release > 0 && (
        <Opened title={t(orderDecisionTexts.title)}>
          <OrderDecision order={order} />
        </Opened>
      )}
      <Opened title={t(texts.orderAsOf)}>
        <OrderAsOf order={order} />
      </Opened>
    </>
  )
}

function Opened({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="mt-3 no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link">{title}</summary>
      {isOpen && <Suspense fallback={<Skeleton rows={1} />}>{children}</Suspense>}
    </details>
  )
}
