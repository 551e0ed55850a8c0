import { lazy, Suspense } from 'react'
import type { SessionView } from '#shared/identity'
import { type OrderId, partsOfOrderId } from '#shared/ids'
import type { Language } from '#shared/languages'
import type { OrderDetails } from '#shared/orders'
import { ApiProblem } from '../../api.ts'
import { Asked } from '../../components/Asked.tsx'
import { OnBehalf } from '../../components/OnBehalf.tsx'
import { Portal } from '../../components/Portal.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { may } from '../identity/session-queries.ts'
import { OrderActions } from './OrderActions.tsx'
import { OrderFacts } from './OrderFacts.tsx'
import { OrderLines } from './OrderLines.tsx'
import { OrderStory } from './OrderStory.tsx'
import { readHistory, readOrder } from './order-queries.ts'

const OrderDispute = lazy(async () => ({
  default: (await import('../objections/OrderDispute.tsx')).OrderDispute,
}))

/** One order: the shell that the rewrite rule leads `/orders/{orderId}/` to. */
export function OrderViewPage({ language }: { language: Language }) {
  return <Portal language={language}>{(session) => <NamedOrder session={session} />}</Portal>
}

/** The order that the address names. */
function orderIdOfAddress(): OrderId | undefined {
  const name = location.pathname.split('/').find((part) => partsOfOrderId(part))
  return name === undefined ? undefined : `ord_${name.slice(4)}`
}

function NamedOrder({ session }: { session: SessionView }) {
  const orderId = orderIdOfAddress()
  if (orderId) return <OrderView orderId={orderId} session={session} />
  const absent = new ApiProblem(404, { code: 'orders.order_not_found' })
  return <Trouble error={absent} onRetry={() => location.reload()} />
}

function OrderView({ orderId, session }: { orderId: OrderId; session: SessionView }) {
  const order = useAnswer(orderId, () => readOrder(orderId))
  const story = useAnswer(orderId, () => readHistory(orderId))
  const isStaff = session.kind === 'staff'
  const mayOrder = may(session, 'order')
  const onChanged = () => {
    order.again()
    story.again()
  }
  return (
    <Asked of={order} isPage rows={6}>
      {(details) => (
        <>
          {isStaff && mayOrder && details.isChangeable && <OnBehalf name={details.customerName} />}
          <OrderFacts order={details} />
          <OrderActions order={details} {...{ orderId, isStaff, mayOrder, onChanged }} />
          {hasDispute(details, session) && (
            <Suspense>
              <OrderDispute key={details.version} order={details} {...{ orderId, session, onChanged }} />
            </Suspense>
          )}
          <OrderLines order={details} />
          <Asked of={story}>{({ items }) => <OrderStory events={items} order={details} />}</Asked>
        </>
      )}
    </Asked>
  )
}

/** Orders that others than the shop had a hand in may be disputed, and staff may put any right. */
function hasDispute({ isOnBehalf, correction }: OrderDetails, { kind }: SessionView): boolean {
  return isOnBehalf || correction !== undefined || kind === 'staff'
}
