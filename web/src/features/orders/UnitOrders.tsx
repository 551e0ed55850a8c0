import { useQuery } from '@tanstack/react-query'
import { formatMoney } from '#shared/money'
import type { UnitOrder } from '#shared/orders'
import { exportTexts } from '#shared/texts/exports'
import { orderListTexts as listTexts } from '#shared/texts/order-list'
import { orderTexts as texts } from '#shared/texts/orders'
import { Reading } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import type { Column } from '../../components/list/columns.ts'
import { RecordList } from '../../components/list/RecordList.tsx'
import { More } from '../../components/More.tsx'
import { useAddress } from '../../components/use-address.ts'
import { usePages } from '../../components/use-pages.ts'
import { formatMoment } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { useUnitName } from '../accounts/UnitSelect.tsx'
import { beginExport, ExportFile } from '../exports/ExportFile.tsx'
import { OrderState } from './OrderState.tsx'
import { findText, readUnitOrders } from './order-queries.ts'
import { UnitOrderFields, type UnitOrderFilters, unitOrderFilters } from './UnitOrderFields.tsx'

/** The latest orders of my units, or those of a cycle. */
export function UnitOrders() {
  const { t, language } = useSay()
  const [filters, setFilters] = useAddress(unitOrderFilters)
  const { text } = filters
  const columns = useColumns()
  const { items, error, again, more, isReadingMore } = usePages(['unit-orders', filters], (cursor) =>
    readUnitOrders({ ...filters, text: findText(text) }, cursor),
  )
  const isFiltered = Boolean(filters.state || filters.behalf)
  return (
    <>
      <div className="page-head">
        <h1>{t(texts.title)}</h1>
        <OrderFiles key={JSON.stringify(filters)} {...filters} />
      </div>
      <UnitOrderFields filters={filters} onChange={setFilters} />
      <Reading of={{ items, error, again }} />
      {items?.length === 0 && (
        <p className="card text-soft">
          {isFiltered ? t(listTexts.noneFits) : text ? t(texts.noneFound, { text }) : t(texts.noneOfUnit)}
        </p>
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
                {order.isCorrected && <span className="pill is-waiting">{t(listTexts.corrected)}</span>}{' '}
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
      isOneLine: true,
      cell: ({ placedAt }) => company && formatMoment(placedAt, company.timeZone, language),
      isUsual: true,
    },
    {
      key: 'changed',
      title: texts.changedAt,
      isOneLine: true,
      cell: ({ changedAt }) => company && formatMoment(changedAt, company.timeZone, language),
    },
    { key: 'version', title: texts.version, cell: ({ version }) => version, isNumber: true },
  ]
}

/** What the list shows as a file: the orders, or their lines. */
function OrderFiles({ unitPath, cycleId, text, state, behalf }: UnitOrderFilters) {
  const asked = {
    ...(cycleId && { cycleId }),
    ...(text && { text: findText(text) }),
    ...(state && { state }),
    ...(behalf && { behalf }),
  }
  return (
    <div className="actions">
      <ExportFile begin={beginExport({ kind: 'orders', ...asked }, unitPath)} />
      <ExportFile
        begin={beginExport({ kind: 'order-lines', ...asked }, unitPath)}
        label={exportTexts.linesBegin}
      />
    </div>
  )
}
