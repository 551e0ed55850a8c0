import { lazy, Suspense } from 'react'
import type { SessionView } from '#shared/identity'
import { isId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { CustomerOrders } from './CustomerOrders.tsx'

const UnitOrders = lazy(async () => ({ default: (await import('./UnitOrders.tsx')).UnitOrders }))

/** The list of orders: a customer's own, one customer's for staff, or those of my units. */
export function OrdersPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{(session) => <OrdersOf session={session} />}</QueryPortal>
}

function OrdersOf({ session }: { session: SessionView }) {
  const named = new URLSearchParams(location.search).get('customer')
  const customerId =
    session.kind === 'member' ? session.actingFor : isId('customer', named) ? named : undefined
  if (customerId) return <CustomerOrders customerId={customerId} isStaff={session.kind === 'staff'} />
  return (
    <Suspense fallback={<Skeleton />}>
      <UnitOrders />
    </Suspense>
  )
}
