import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useState } from 'react'
import type { CustomerId } from '#shared/ids'
import { formatMoney } from '#shared/money'
import type { OrderHead } from '#shared/orders'
import { orderTexts as texts } from '#shared/texts/orders'
import { useSay } from '../../components/language-context.ts'
import { FindBox } from '../../components/list/FindBox.tsx'
import { More } from '../../components/More.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { useAddress } from '../../components/use-address.ts'
import { usePages } from '../../components/use-pages.ts'
import { formatMoment } from '../../formats.ts'
import { companyQuery, customerQuery } from '../accounts/account-queries.ts'
import { OrderState } from './OrderState.tsx'
import { findText, readOrders } from './order-queries.ts'

const OrdersFile = lazy(async () => ({ default: (await import('./OrdersFile.tsx')).OrdersFile }))
const filterNames = ['text'] as const

/** The orders of one customer, newest first. */
export function CustomerOrders({ customerId, isStaff }: { customerId: CustomerId; isStaff: boolean }) {
  const { t, language } = useSay()
  const [{ text }, setFilters] = useAddress(filterNames)
  const onFind = useCallback((asked: string) => setFilters({ text: asked }), [setFilters])
  const { items, error, again, more, isReadingMore } = usePages(['orders', customerId, text], (cursor) =>
    readOrders(customerId, cursor, undefined, findText(text)),
  )
  const company = useQuery(companyQuery)
  const customer = useQuery({ ...customerQuery(customerId), enabled: isStaff })
  const zone = company.data?.timeZone
  const orderHref = `/${language}/order/${isStaff ? `?customer=${customerId}` : ''}`
  if (error) return <Trouble error={error} onRetry={again} />
  if (company.error) return <Trouble error={company.error} onRetry={() => void company.refetch()} />
  return (
    <>
      <div className="page-head">
        <h1>{customer.data ? t(texts.ofShop, { shop: customer.data.name[language] }) : t(texts.title)}</h1>
      </div>
      {(text || items?.length !== 0) && (
        <div className="fields mb-2">
          <FindBox label={t(texts.find)} hint={t(texts.findHint)} value={text} onChange={onFind} />
        </div>
      )}
      {(!items || !zone) && <Skeleton />}
      {text && items?.length === 0 && <p className="card text-soft">{t(texts.noneFound, { text })}</p>}
      {!text && items?.length === 0 && (
        <section className="card">
          <h2>{t(texts.none)}</h2>
          <p className="text-soft mb-3">{t(texts.noneHint)}</p>
          <a className="button" href={orderHref}>
            {t(texts.toOrder)}
          </a>
        </section>
      )}
      {zone && items && (
        <ul className="cards">
          {items.map((order) => (
            <OrderCard key={order.orderId} order={order} zone={zone} />
          ))}
        </ul>
      )}
      <More onMore={more} isReading={isReadingMore} />
      {items && items.length > 0 && <AsFile customerId={customerId} text={text} />}
    </>
  )
}

function AsFile(props: { customerId: CustomerId; text: string | undefined }) {
  const { t } = useSay()
  const [isWanted, setWanted] = useState(false)
  if (isWanted)
    return (
      <Suspense fallback={<Skeleton rows={1} />}>
        <OrdersFile {...props} />
      </Suspense>
    )
  return (
    <button type="button" className="quiet mt-3" onClick={() => setWanted(true)}>
      {t(texts.asFile)}
    </button>
  )
}

function OrderCard({ order, zone }: { order: OrderHead; zone: string }) {
  const { t, language } = useSay()
  const { orderId, number, state, total, currency, lineCount, placedAt, isOnBehalf } = order
  return (
    <li className="card order-card">
      <a className="order-link" href={`/${language}/orders/${orderId}/`}>
        {number}
      </a>
      <span className="order-state">
        {isOnBehalf && <span className="pill is-attention">{t(texts.onBehalf)}</span>}{' '}
        <OrderState state={state} />
      </span>
      <span className="facts">
        {formatMoment(placedAt, zone, language)} ·{' '}
        <span className="whitespace-nowrap">{t(texts.lineCount, { count: lineCount })}</span>
      </span>
      <strong className="order-total">{formatMoney(total, currency, language)}</strong>
    </li>
  )
}
