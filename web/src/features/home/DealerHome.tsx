import { lazy, Suspense, useMemo, useState } from 'react'
import type { SessionView } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import { formatMoney } from '#shared/money'
import type { Obligation } from '#shared/obligations'
import type { OrderHead } from '#shared/orders'
import { homeTexts as texts } from '#shared/texts/home'
import { useSay } from '../../components/language-context.ts'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { formatDate } from '../../formats.ts'
import { isOneOfSeveral } from '../../several-shops.ts'
import { batchOfCycle } from '../calendar/batch-name.ts'
import { useAfterTurn } from '../calendar/use-time-left.ts'
import { may } from '../identity/session-queries.ts'
import { OrderState } from '../orders/OrderState.tsx'
import { type DealerDay, readDealerDay } from './home-queries.ts'
import { ObligationCard } from './ObligationCard.tsx'
import { OrderDueCard } from './OrderDueCard.tsx'
import { ShortWays } from './ShortWays.tsx'
import { SinceLast } from './SinceLast.tsx'
import { StandingOrderCard } from './StandingOrderCard.tsx'
import { useFreshAnswer } from './use-fresh-answer.ts'

// Few owners have one waiting, so no home page loads it at once.
const ApprovalCard = lazy(async () => ({
  default: (await import('../approvals/ApprovalCard.tsx')).ApprovalCard,
}))

const NextWindowCard = lazy(async () => ({
  default: (await import('./NextWindowCard.tsx')).NextWindowCard,
}))
const HoldCard = lazy(async () => ({ default: (await import('./HoldCard.tsx')).HoldCard }))

/** What is due for a dealer, sorted by the time left; below it what changed, and the latest order. */
export function DealerHome({ customerId, session }: { customerId: CustomerId; session: SessionView }) {
  const { data, error, again } = useFreshAnswer(`home ${customerId}`, () => readDealerDay(customerId))
  if (error) return <Trouble error={error} onRetry={again} />
  if (!data) return <Skeleton />
  // Cards that come late are waited for: one that pushed in would move the others under a finger.
  return (
    <Suspense fallback={<Skeleton />}>
      <Inbox home={data} session={session} onChanged={again} />
    </Suspense>
  )
}

type InboxProps = { home: DealerDay; session: SessionView; onChanged: () => void }

function Inbox({ home, session, onChanged }: InboxProps) {
  const { t, language } = useSay()
  const { day, receivedAt, latest, news } = home
  const { items, window, shop, company } = day
  const at = useMemo(() => (window ? { cycle: window, receivedAt } : undefined), [window, receivedAt])
  useAfterTurn(at, onChanged)
  // What was approved just now stands on the page with its outcome, though it is due no longer.
  const [approved, setApproved] = useState<Obligation[]>([])
  const gone = approved.filter(({ id }) => !items.some((due) => due.id === id))
  const isStanding = latest?.state === 'placed' && window?.isOpen && latest.cycleId === window.cycleId
  const standing = isStanding && window ? { order: latest, window } : undefined
  const isHeld = items.some(({ kind }) => kind === 'on-hold')
  const takesOrders = may(session, 'order') && !isHeld
  return (
    <>
      <header className="page-head">
        <div>
          <ShopLine shop={shop} isNamedAbove={isOneOfSeveral(session)} />
          <h1>{items.length > 0 ? t(texts.due, { count: items.length }) : t(texts.nothingDue)}</h1>
        </div>
        {window && (
          <p className="facts text-right">
            {batchOfCycle(window, language)}
            <strong className="block text-ink">
              {formatDate(window.closesAt, company.timeZone, language)}
            </strong>
          </p>
        )}
      </header>
      <ShortWays phone={company.servicePhone} isHeld={isHeld} />
      <div className="cards">
        {[...gone, ...items].map((due) =>
          due.kind === 'order' && at ? (
            <OrderDueCard key={due.id} due={due} window={at} company={company} />
          ) : due.kind === 'on-hold' ? (
            <HoldCard key={due.id} reason={String(due.facts.reason)} phone={company.servicePhone} />
          ) : due.kind === 'approval' ? (
            <ApprovalCard
              key={due.id}
              due={due}
              now={day.now}
              timeZone={company.timeZone}
              onDone={() => {
                setApproved([...approved, due])
                onChanged()
              }}
            />
          ) : (
            <ObligationCard
              key={`${due.kind} ${due.id}`}
              due={due}
              now={day.now}
              timeZone={company.timeZone}
            />
          ),
        )}
        {standing && <StandingOrderCard {...standing} timeZone={company.timeZone} mayOrder={takesOrders} />}
        {!window?.isOpen && !isHeld && <NextWindowCard day={day} window={at} mayOrder={takesOrders} />}
      </div>
      <SinceLast news={news} />
      {latest && !standing && <LatestOrder order={latest} />}
    </>
  )
}

type ShopLineProps = { shop: DealerDay['day']['shop']; isNamedAbove: boolean }

/** Which shop it is, and its grade; the frame names one of several already. */
function ShopLine({ shop: { name, grade }, isNamedAbove }: ShopLineProps) {
  const { t, language } = useSay()
  const shop = name[language]
  if (!grade) return isNamedAbove ? null : <p className="facts">{shop}</p>
  return <p className="facts">{t(isNamedAbove ? texts.gradeAlone : texts.grade, { shop, grade })}</p>
}

function LatestOrder({ order }: { order: OrderHead }) {
  const { t, language } = useSay()
  return (
    <p className="mt-4 text-soft latest">
      {t(texts.last)}
      <a className="link" href={`/${language}/orders/${order.orderId}/`}>
        {order.number}
      </a>{' '}
      · {formatMoney(order.total, order.currency, language)} <OrderState state={order.state} />
    </p>
  )
}
