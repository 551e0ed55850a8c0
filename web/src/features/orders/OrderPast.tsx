import { lazy, Suspense, useState } from 'react'
import type { OrderDetails } from '#shared/orders'
import { toldOrderTexts as texts } from '#shared/texts/told-orders'
import { useSay } from '../../components/language-context.ts'
import { Skeleton } from '../../components/Skeleton.tsx'

const OrderAsOf = lazy(async () => ({ default: (await import('./OrderAsOf.tsx')).OrderAsOf }))

/** Where one looks at an order as it stood, loaded when it is opened. */
export function OrderPast({ order }: { order: OrderDetails }) {
  const { t } = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="mt-3 no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link">{t(texts.orderAsOf)}</summary>
      {isOpen && (
        <Suspense fallback={<Skeleton rows={1} />}>
          <OrderAsOf order={order} />
        </Suspense>
      )}
    </details>
  )
}
