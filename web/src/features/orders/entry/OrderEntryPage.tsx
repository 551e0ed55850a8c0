import { lazy, Suspense, useEffect } from 'react'
import type { SessionView } from '#shared/identity'
import { type ApprovalId, type CustomerId, isId, type OrderId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { Portal } from '../../../components/Portal.tsx'
import { Trouble } from '../../../components/Trouble.tsx'
import { useAnswer } from '../../../components/use-answer.ts'
import { keep } from '../../../kept.ts'
import { isOwner, mayOrder } from '../../identity/session-queries.ts'
import { readAssortment, readPastQuantities } from '../order-queries.ts'
import { keepSession, keptSession } from './draft/kept-sheet.ts'
import { openSheet } from './draft/open-sheet.ts'
import { OrderSheet } from './OrderSheet.tsx'
import { withPast } from './sheet-items.ts'
import { useLateParts } from './use-late-parts.ts'

const ChooseCustomer = lazy(async () => ({
  default: (await import('./ChooseCustomer.tsx')).ChooseCustomer,
}))

const ForCaller = lazy(async () => ({ default: (await import('./ForCaller.tsx')).ForCaller }))

const FRESH_MILLISECONDS = 60_000

/** The order page; until its sheet is there, its shell shows through (OrderShell.astro). */
export function OrderEntryPage({ language }: { language: Language }) {
  return (
    <Portal language={language} whenUnanswered={keptSession} opening={null}>
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
    const { answer: assortment, receivedAt } = await readAssortment(customerId)
    keep('cycle', assortment.cycle?.cycleId)
    const past = await readPastQuantities(customerId, assortment.cycle?.cycleId)
    return { assortment: withPast(assortment, past), receivedAt }
  })
  const { data, again: readAgain } = shop
  const late = useLateParts()
  const start = useAnswer(data && customerId, async () =>
    data ? openSheet({ customerId, ...askedByAddress(), mayOrder: may }, data.assortment) : undefined,
  )
  useOffline(session, customerId, data !== undefined)
  useFreshOnReturn(shop.answeredAt, readAgain)
  const error = data ? start.error : shop.error
  if (error) return <Trouble error={error} onRetry={data ? start.again : readAgain} />
  if (!data || !start.data) return null
  return (
    <>
      {session.kind === 'staff' && (
        <Suspense fallback={<p className="on-behalf" />}>
          <ForCaller assortment={data.assortment} mayOrder={may} />
        </Suspense>
      )}
      <OrderSheet
        key={start.answeredAt}
        assortment={data.assortment}
        receivedAt={data.receivedAt}
        start={start.data}
        personId={session.personId}
        mayOrder={may}
        isOwner={isOwner(session)}
        late={late}
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
    void import('./open-offline.ts').then(({ openOffline }) => openOffline(customerId))
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
