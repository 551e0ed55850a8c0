import type { CustomerCard } from '#shared/accounts'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { customerTexts as texts } from '#shared/texts/customers'
import { useSay } from '../../components/language-context.ts'
import type { Column } from '../../components/list/columns.ts'
import { RecordList } from '../../components/list/RecordList.tsx'
import { More } from '../../components/More.tsx'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { useAddress } from '../../components/use-address.ts'
import { usePages } from '../../components/use-pages.ts'
import { mayOrder } from '../identity/session-queries.ts'
import { readCustomers } from './account-queries.ts'
import { UnitSelect, useUnitName } from './UnitSelect.tsx'

/** Customers of my units; each leads to its orders and to ordering on its behalf. */
export function CustomersPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{(session) => <Customers session={session} />}</QueryPortal>
}

const filterNames = ['unitPath'] as const

function Customers({ session }: { session: SessionView }) {
  const { t, language } = useSay()
  const [filters, setFilters] = useAddress(filterNames)
  const { items, error, again, more, isReadingMore } = usePages(['customers', filters], (cursor) =>
    readCustomers(filters.unitPath, cursor),
  )
  const columns = useColumns(session)
  return (
    <>
      <div className="page-head">
        <h1>{t(texts.title)}</h1>
      </div>
      <div className="list-head">
        <UnitSelect
          label={t(texts.unit)}
          value={filters.unitPath}
          onChange={(unitPath) => setFilters({ unitPath })}
        />
      </div>
      {error && <Trouble isPart error={error} onRetry={again} />}
      {!items && !error && <Skeleton />}
      {items?.length === 0 && (
        <section className="card">
          <h2>{t(texts.none)}</h2>
          <p className="text-soft">{t(texts.noneHint)}</p>
        </section>
      )}
      {items && items.length > 0 && (
        <RecordList
          list="customers"
          label={t(texts.title)}
          rows={items}
          keyOf={({ customerId }) => customerId}
          head={{
            title: texts.name,
            name: ({ name }) => name[language],
            href: ({ customerId }) => `/${language}/orders/?customer=${customerId}`,
            beside: ({ isOnHold }) => isOnHold && <span className="pill is-refused">{t(texts.onHold)}</span>,
          }}
          columns={columns}
        />
      )}
      <More onMore={more} isReading={isReadingMore} />
    </>
  )
}

function useColumns(session: SessionView): Column<CustomerCard>[] {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const may = mayOrder(session)
  return [
    { key: 'number', title: texts.number, cell: ({ number }) => number, isNumber: true, isUsual: true },
    { key: 'code', title: texts.code, cell: ({ code }) => code },
    { key: 'unit', title: texts.unit, cell: ({ unitPath }) => unitName(unitPath), isUsual: true },
    { key: 'grade', title: texts.grade, cell: ({ grade }) => grade, isNumber: true, isUsual: true },
    {
      key: 'order',
      title: texts.order,
      isUsual: may,
      isAction: true,
      cell: ({ customerId, name }) =>
        may && (
          <a
            className="link"
            href={`/${language}/order/?customer=${customerId}`}
            aria-label={`${t(texts.order)} ${name[language]}`}
          >
            {t(texts.order)}
          </a>
        ),
    },
  ]
}
