import { useQuery } from '@tanstack/react-query'
import type { SessionView } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import { formatMoney } from '#shared/money'
import type { OrderHead } from '#shared/orders'
import { homeTexts as texts } from '#shared/texts/home'
import { useSay } from '../../components/language-context.ts'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { formatDate } from '../../formats.ts'
import { batchName } from '../calendar/batch-name.ts'
import { mayOrder } from '../identity/session-queries.ts'
import { OrderState } from '../orders/OrderState.tsx'
import { readAssortment, readBasket, readOrders } from '../orders/order-queries.ts'
import { OrderDueCard } from './OrderDueCard.tsx'
import { type DealerDay, obligationsOf } from './obligations.ts'
import { StandingOrderCard } from './StandingOrderCard.tsx'

/** What is due for a dealer, sorted by the time left; below it the latest order. */
export function DealerHome({ customerId, session }: { customerId: CustomerId; session: SessionView }) {
  const may = mayOrder(session)
  const {
    data: day,
    error,
    refetch,
  } = useQuery({
    queryKey: ['home', customerId],
    queryFn: async (): Promise<DealerDay> => {
      const [assortment, orders, basket] = await Promise.all([
        readAssortment(customerId),
        readOrders(customerId, undefined, 1),
        may ? readBasket(customerId) : undefined,
      ])
      return { assortment, receivedAt: Date.now(), latest: orders.items[0], basket }
    },
    refetchOnWindowFocus: true,
  })
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!day) return <Skeleton />
  return <Inbox day={day} mayOrder={may} />
}

function Inbox({ day, mayOrder: may }: { day: DealerDay; mayOrder: boolean }) {
  const { t, language } = useSay()
  const { assortment, latest } = day
  const { cycle, customer, company, currentOrder } = assortment
  const due = may ? obligationsOf(day) : []
  const shop = customer.name[language]
  const standing = latest && currentOrder?.orderId === latest.orderId ? latest : undefined
  return (
    <>
      <header className="page-head">
        <div>
          <p className="facts">{customer.grade ? t(texts.grade, { shop, grade: customer.grade }) : shop}</p>
          <h1>{due.length > 0 ? t(texts.due, { count: due.length }) : t(texts.nothingDue)}</h1>
        </div>
        {cycle && (
          <p className="facts text-right">
            {batchName(cycle.batch, language)}
            <strong className="block text-ink">
              {formatDate(cycle.closesAt, company.timeZone, language)}
            </strong>
          </p>
        )}
      </header>
      <div className="cards">
        {due.map((obligation) => (
          <OrderDueCard key={obligation.kind} obligation={obligation} day={day} />
        ))}
        {standing && cycle && <StandingOrderCard order={standing} assortment={assortment} mayOrder={may} />}
        {!cycle && (
          <section className="card">
            <h2>{t(texts.noWindow)}</h2>
            <p className="text-soft">{t(texts.noWindowText)}</p>
          </section>
        )}
      </div>
      {latest && latest !== standing && <LatestOrder order={latest} />}
    </>
  )
}

function LatestOrder({ order }: { order: OrderHead }) {
  const { t, language } = useSay()
  return (
    <p className="mt-4 text-soft">
      {t(texts.last)}
      <a className="link" href={`/${language}/orders/${order.orderId}/`}>
        {order.number}
      </a>{' '}
      · {formatMoney(order.total, order.currency, language)} · <OrderState state={order.state} />
    </p>
  )
}
