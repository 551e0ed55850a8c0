import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoney } from '#shared/money'
import type { UnitOrder } from '#shared/orders'
import { orderTexts as texts } from '#shared/texts/orders'
import { useSay } from '../../components/language-context.ts'
import { More } from '../../components/More.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { usePages } from '../../components/use-pages.ts'
import { formatDay, formatMoment } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { UnitSelect, useUnitName } from '../accounts/UnitSelect.tsx'
import { batchName } from '../calendar/batch-name.ts'
import { ExportOrders } from '../exports/ExportOrders.tsx'
import { OrderState } from './OrderState.tsx'
import { cyclesQuery, readUnitOrders } from './order-queries.ts'

/** Orders of my units in one week. */
export function UnitOrders() {
  const { t, language } = useSay()
  const [unitPath, setUnitPath] = useState('')
  const [cycleId, setCycleId] = useState('')
  const cycles = useQuery(cyclesQuery)
  const { items, error, again, more, isReadingMore } = usePages(
    ['unit-orders', unitPath, cycleId],
    (cursor) => readUnitOrders({ unitPath, cycleId }, cursor),
  )
  return (
    <>
      <div className="page-head">
        <h1>{t(texts.title)}</h1>
        <ExportOrders key={`${unitPath} ${cycleId}`} unitPath={unitPath} cycleId={cycleId} />
      </div>
      <div className="fields mb-4">
        <UnitSelect label={t(texts.unit)} value={unitPath} onChange={setUnitPath} />
        <label className="field">
          <span>{t(texts.cycle)}</span>
          <select value={cycleId} onChange={(event) => setCycleId(event.target.value)}>
            <option value="">{t(texts.thisWeek)}</option>
            {cycles.data?.items.map((cycle) => (
              <option key={cycle.cycleId} value={cycle.cycleId}>
                {formatDay(cycle.date, language)} · {batchName(cycle.batch, language)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {error && <Trouble isPart error={error} onRetry={again} />}
      {!items && !error && <Skeleton />}
      {items?.length === 0 && <p className="card text-soft">{t(texts.noneOfUnit)}</p>}
      {items && items.length > 0 && <OrderTable orders={items} />}
      <More onMore={more} isReading={isReadingMore} />
    </>
  )
}

function OrderTable({ orders }: { orders: readonly UnitOrder[] }) {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const { data: company } = useQuery(companyQuery)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the phone is scrolled by keyboard too
    <section className="card ledger-frame" tabIndex={0} aria-label={t(texts.title)}>
      <table className="ledger ledger-stacking">
        <thead>
          <tr>
            <th scope="col">{t(texts.number)}</th>
            <th scope="col">{t(texts.state)}</th>
            <th scope="col">{t(texts.shop)}</th>
            <th scope="col" className="number">
              {t(texts.total)}
            </th>
            <th scope="col">{t(texts.unit)}</th>
            <th scope="col" className="number">
              {t(texts.lines)}
            </th>
            <th scope="col">{t(texts.placedAt)}</th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr key={order.orderId}>
              <th scope="row" className="whitespace-nowrap">
                <a className="link" href={`/${language}/orders/${order.orderId}/`}>
                  {order.number}
                </a>
              </th>
              <td className="beside max-[699px]:row-start-1 whitespace-nowrap">
                {order.isOnBehalf && <span className="pill is-attention">{t(texts.onBehalf)}</span>}{' '}
                <OrderState state={order.state} />
              </td>
              <td>{order.customerName[language]}</td>
              <td className="number beside">{formatMoney(order.total, order.currency, language)}</td>
              <td>{unitName(order.unitPath)}</td>
              <td className="number beside">
                <span className="only-wide">{order.lineCount}</span>
                <span className="only-phone">{t(texts.lineCount, { count: order.lineCount })}</span>
              </td>
              <td className="whitespace-nowrap">
                {company && formatMoment(order.placedAt, company.timeZone, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
