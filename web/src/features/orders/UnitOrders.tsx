import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { formatMoney } from '#shared/money'
import type { UnitOrder } from '#shared/orders'
import { exportTexts } from '#shared/texts/exports'
import { orderTexts as texts } from '#shared/texts/orders'
import { useSay } from '../../components/language-context.ts'
import type { Column } from '../../components/list/columns.ts'
import { FindBox } from '../../components/list/FindBox.tsx'
import { RecordList } from '../../components/list/RecordList.tsx'
import { More } from '../../components/More.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { useAddress } from '../../components/use-address.ts'
import { usePages } from '../../components/use-pages.ts'
import { formatDay, formatMoment } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { UnitSelect, useUnitName } from '../accounts/UnitSelect.tsx'
import { batchOfCycle } from '../calendar/batch-name.ts'
import { beginExport, ExportFile } from '../exports/ExportFile.tsx'
import { OrderState } from './OrderState.tsx'
import { cyclesQuery, findText, readUnitOrders } from './order-queries.ts'

const filterNames = ['unitPath', 'cycleId', 'text'] as const

/** The latest orders of my units, or those of a cycle. */
export function UnitOrders() {
  const { t, language } = useSay()
  const [{ unitPath, cycleId, text }, setFilters] = useAddress(filterNames)
  const onFind = useCallback((asked: string) => setFilters({ text: asked }), [setFilters])
  const columns = useColumns()
  const cycles = useQuery(cyclesQuery)
  const { items, error, again, more, isReadingMore } = usePages(
    ['unit-orders', unitPath, cycleId, text],
    (cursor) => readUnitOrders({ unitPath, cycleId, text: findText(text) }, cursor),
  )
  return (
    <>
      <div className="page-head">
        <h1>{t(texts.title)}</h1>
        <OrderFiles key={`${unitPath} ${cycleId} ${text}`} {...{ unitPath, cycleId, text }} />
      </div>
      <div className="fields mb-2">
        <UnitSelect
          label={t(texts.unit)}
          value={unitPath}
          onChange={(path) => setFilters({ unitPath: path })}
        />
        <label className="field">
          <span>{t(texts.cycle)}</span>
          <select value={cycleId} onChange={(event) => setFilters({ cycleId: event.target.value })}>
            <option value="">{t(texts.lately)}</option>
            {cycles.data?.items.map((cycle) => (
              <option key={cycle.cycleId} value={cycle.cycleId}>
                {formatDay(cycle.date, language)} · {batchOfCycle(cycle, language)}
              </option>
            ))}
          </select>
        </label>
        <FindBox label={t(texts.find)} hint={t(texts.findHint)} value={text} onChange={onFind} />
      </div>
      {error && <Trouble isPart error={error} onRetry={again} />}
      {!items && !error && <Skeleton />}
      {items?.length === 0 && (
        <p className="card text-soft">{text ? t(texts.noneFound, { text }) : t(texts.noneOfUnit)}</p>
      )}
      {items && items.length > 0 && (
        <RecordList
          list="orders"
          label={t(texts.title)}
          rows={items}
          keyOf={({ orderId }) => orderId}
          head={{
            title: texts.number,
            name: ({ number }) => number,
            href: ({ orderId }) => `/${language}/orders/${orderId}/`,
            beside: (order) => (
              <>
                {order.isOnBehalf && <span className="pill is-attention">{t(texts.onBehalf)}</span>}{' '}
                <OrderState state={order.state} />
              </>
            ),
          }}
          columns={columns}
        />
      )}
      <More onMore={more} isReading={isReadingMore} />
    </>
  )
}

function useColumns(): Column<UnitOrder>[] {
  const { language } = useSay()
  const unitName = useUnitName()
  const { data: company } = useQuery(companyQuery)
  return [
    {
      key: 'shop',
      title: texts.shop,
      cell: ({ customerName }) => customerName[language],
      isUsual: true,
    },
    {
      key: 'total',
      title: texts.total,
      cell: ({ total, currency }) => formatMoney(total, currency, language),
      isNumber: true,
      isUsual: true,
    },
    { key: 'unit', title: texts.unit, cell: ({ unitPath }) => unitName(unitPath), isUsual: true },
    { key: 'lines', title: texts.lines, cell: ({ lineCount }) => lineCount, isNumber: true, isUsual: true },
    {
      key: 'placed',
      title: texts.placedAt,
      cell: ({ placedAt }) => company && formatMoment(placedAt, company.timeZone, language),
      isUsual: true,
    },
    {
      key: 'changed',
      title: texts.changedAt,
      cell: ({ changedAt }) => company && formatMoment(changedAt, company.timeZone, language),
    },
    { key: 'version', title: texts.version, cell: ({ version }) => version, isNumber: true },
  ]
}

/** What the list shows as a file: the orders, or their lines. */
function OrderFiles({ unitPath, cycleId, text }: Record<(typeof filterNames)[number], string>) {
  const asked = { ...(cycleId && { cycleId }), ...(text && { text: findText(text) }) }
  return (
    <div className="actions">
      <ExportFile begin={beginExport({ kind: 'orders', ...asked }, unitPath)} fileName="orders" />
      <ExportFile
        begin={beginExport({ kind: 'order-lines', ...asked }, unitPath)}
        fileName="order-lines"
        label={exportTexts.linesBegin}
      />
    </div>
  )
}
