import { lazy, Suspense, useEffect } from 'react'
import type { SessionView } from '#shared/identity'
import { type ApprovalId, type CustomerId, isId, type OrderId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { OnBehalf } from '../../../components/OnBehalf.tsx'
import { Portal } from '../../../components/Portal.tsx'
import { Skeleton } from '../../../components/Skeleton.tsx'
import { Trouble } from '../../../components/Trouble.tsx'
import { useAnswer } from '../../../components/use-answer.ts'
import { isOwner, mayOrder } from '../../identity/session-queries.ts'
import { readAssortment, readPastQuantities } from '../order-queries.ts'
import { keepSession, keptSession } from './kept-sheet.ts'
import { OrderSheet } from './OrderSheet.tsx'
import { openSheet } from './open-sheet.ts'
import { withPast } from './sheet-items.ts'

const ChooseCustomer = lazy(async () => ({
  default: (await import('./ChooseCustomer.tsx')).ChooseCustomer,
}))

const FRESH_MILLISECONDS = 60_000

/** The order page. */
export function OrderEntryPage({ language }: { language: Language }) {
  return (
    <Portal language={language} whenUnanswered={keptSession}>
      {(session) => <ForCustomer session={session} />}
    </Portal>
  )
}

function ForCustomer({ session }: { session: SessionView }) {
  const named = new URLSearchParams(location.search).get('customer')
  const customerId =
    session.kind === 'member' ? session.actingFor : isId('customer', named) ? named : undefined
  if (customerId) return <Opened customerId={customerId} session={session} />
  return (
    <Suspense>
      <ChooseCustomer />
    </Suspense>
  )
}

function Opened({ customerId, session }: { customerId: CustomerId; session: SessionView }) {
  const may = mayOrder(session)
  const shop = useAnswer(customerId, async () => {
    const assortment = await readAssortment(customerId)
    const receivedAt = Date.now()
    const past = await readPastQuantities(customerId, assortment.cycle?.cycleId)
    return { assortment: withPast(assortment, past), receivedAt }
  })
  const { data, again: readAgain } = shop
  const start = useAnswer(data && customerId, async () =>
    data ? openSheet({ customerId, ...askedByAddress(), mayOrder: may }, data.assortment) : undefined,
  )
  useOffline(session, customerId, data !== undefined)
  useFreshOnReturn(shop.answeredAt, readAgain)
  const error = data ? start.error : shop.error
  if (error) return <Trouble error={error} onRetry={data ? start.again : readAgain} />
  if (!data || !start.data) return <Skeleton rows={8} />
  return (
    <>
      {session.kind === 'staff' && <OnBehalf name={data.assortment.customer.name} />}
      <OrderSheet
        key={start.answeredAt}
        assortment={data.assortment}
        receivedAt={data.receivedAt}
        start={start.data}
        personId={session.personId}
        mayOrder={may}
        isOwner={isOwner(session)}
        onStale={readAgain}
        onReopen={start.again}
      />
    </>
  )
}

/** A dealer's own order page opens without a network from the next time on. */
function useOffline(session: SessionView, customerId: CustomerId, isThere: boolean): void {
  useEffect(() => {
    if (session.kind !== 'member' || !isThere || !navigator.onLine) return
    keepSession(session)
    const of = `/customers/${customerId}`
    void import('../../../stand-offline.ts').then(({ standOffline }) =>
      standOffline([`${of}/assortment`, `${of}/past-quantities`]),
    )
  }, [session, customerId, isThere])
}

/** The order to change or to repeat, when the address names one. */
function askedByAddress(): { changeId?: OrderId; againId?: OrderId | ApprovalId } {
  const address = new URLSearchParams(location.search)
  const [changeId, againId] = [address.get('change'), address.get('again')]
  return {
    changeId: isId('order', changeId) ? changeId : undefined,
    againId: isId('order', againId) || isId('approval', againId) ? againId : undefined,
  }
}

/** Who comes back to the page after a while sees today's prices, limits and clock. */
function useFreshOnReturn(answeredAt: number, readAgain: () => void): void {
  useEffect(() => {
    const onFocus = () => {
      if (answeredAt > 0 && Date.now() - answeredAt > FRESH_MILLISECONDS) readAgain()
    }
    addEventListener('focus', onFocus)
    return () => removeEventListener('focus', onFocus)
  }, [answeredAt, readAgain])
}
