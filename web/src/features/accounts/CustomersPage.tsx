import type { CustomerCard } from '#shared/accounts'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { customerFieldTexts } from '#shared/texts/customer-fields'
import { customerTexts as texts } from '#shared/texts/customers'
import { useSay } from '../../components/language-context.ts'
import { ListFrame } from '../../components/list/ListFrame.tsx'
import { RecordList } from '../../components/list/RecordList.tsx'
import { useChosen } from '../../components/list/use-chosen.ts'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { useAddress } from '../../components/use-address.ts'
import { usePages } from '../../components/use-pages.ts'
import { beginExport, ExportFile } from '../exports/ExportFile.tsx'
import { may } from '../identity/session-queries.ts'
import { NothingYet } from '../imports/NothingYet.tsx'
import { customerFilters, readCustomers } from './account-queries.ts'
import { CustomerBulk } from './CustomerBulk.tsx'
import { CustomerFilterFields } from './CustomerFilterFields.tsx'
import { LicencePill } from './LicencePill.tsx'
import { NewCustomer } from './NewCustomer.tsx'
import { SearchUpkeep } from './SearchUpkeep.tsx'
import { useCustomerColumns } from './use-customer-columns.tsx'

/** Customers of my units: found as one types, narrowed, and changed many at once. */
export function CustomersPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{(session) => <Customers session={session} />}</QueryPortal>
}

function Customers({ session }: { session: SessionView }) {
  const { t, language } = useSay()
  const [filters, setFilters] = useAddress(customerFilters)
  const chosen = useChosen(JSON.stringify(filters))
  const list = usePages(['customers', filters], (cursor) => readCustomers(filters, cursor))
  const columns = useCustomerColumns(session)
  return (
    <>
      <ListFrame
        title={t(texts.title)}
        actions={
          <>
            <ExportFile
              key={JSON.stringify(filters)}
              begin={beginExport({ kind: 'customers', filter: filters }, filters.unitPath)}
            />
            {may(session, 'keepCustomers') && <NewCustomer />}
          </>
        }
        filters={<CustomerFilterFields filters={filters} onChange={setFilters} />}
        pages={list}
        none={<NoCustomers isFiltered={Object.values(filters).some(Boolean)} session={session} />}
      >
        {(rows) => (
          <RecordList
            list="customers"
            label={t(texts.title)}
            rows={rows}
            keyOf={({ customerId }) => customerId}
            head={{
              title: customerFieldTexts.name,
              name: ({ name }) => name[language],
              href: ({ customerId }) => `/${language}/staff/customers/${customerId}/`,
              beside: (card) => <CustomerPills card={card} />,
            }}
            columns={columns}
            chosen={may(session, 'keepCustomers') ? chosen : undefined}
          />
        )}
      </ListFrame>
      <CustomerBulk chosen={chosen} cards={list.items ?? []} />
      {may(session, 'rebuildSearch') && <SearchUpkeep />}
    </>
  )
}

function CustomerPills({ card }: { card: CustomerCard }) {
  const { t } = useSay()
  return (
    <>
      {card.isOnHold && <span className="pill is-refused">{t(texts.onHold)}</span>}{' '}
      <LicencePill expiresOn={card.licence?.expiresOn} />
    </>
  )
}

function NoCustomers({ isFiltered, session }: { isFiltered: boolean; session: SessionView }) {
  const { t } = useSay()
  if (isFiltered) return <p className="card text-soft">{t(texts.noneFits)}</p>
  return <NothingYet title={texts.none} hint={texts.noneHint} kind="customers" session={session} />
}
