import { useQuery } from '@tanstack/react-query'
import { rolesThatSee } from '#shared/customer-cuts'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { priceTexts as texts } from '#shared/texts/prices'
import { useSay } from '../../components/language-context.ts'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { useAddress } from '../../components/use-address.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { may } from '../identity/session-queries.ts'
import { NothingYet } from '../imports/NothingYet.tsx'
import { NewPriceList } from './NewPriceList.tsx'
import { OrderMinimumPart } from './OrderMinimumPart.tsx'
import { PricesOfList } from './PricesOfList.tsx'
import { Publication } from './Publication.tsx'
import { PublicationHistory } from './PublicationHistory.tsx'
import { priceFilters, priceListsQuery } from './price-queries.ts'

/** The price lists, row by row, and what the next publication brings. */
export function PricesPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{(session) => <Prices session={session} />}</QueryPortal>
}

function Prices({ session }: { session: SessionView }) {
  const { t } = useSay()
  const [filters, setFilters] = useAddress(priceFilters)
  const lists = useQuery(priceListsQuery)
  const company = useQuery(companyQuery)
  const maySave = may(session, 'keepPrices')
  const mayRead = maySeeMoney(session)
  if (lists.error) return <Trouble error={lists.error} onRetry={() => void lists.refetch()} />
  if (!lists.data || !company.data) return <Skeleton />
  const list = filters.list || lists.data.items[0]?.list
  return (
    <>
      <div className="page-head">
        <h1>{t(texts.title)}</h1>
        {maySave && <NewPriceList />}
      </div>
      {maySave && <Publication currency={company.data.currency} />}
      {mayRead && <PublicationHistory currency={company.data.currency} />}
      {company.data.preset === 'traded' && (
        <OrderMinimumPart currency={company.data.currency} maySave={may(session, 'keepOrderMinimum')} />
      )}
      {list === undefined ? (
        <NothingYet title={texts.noLists} hint={texts.noListsHint} kind="prices" session={session} />
      ) : (
        <PricesOfList
          key={list}
          filters={{ ...filters, list }}
          onChange={setFilters}
          currency={company.data.currency}
          {...{ maySave, mayRead }}
        />
      )}
    </>
  )
}

/** True when this session sees what became of prices. */
function maySeeMoney(session: SessionView): boolean {
  const roles = rolesThatSee('money')
  return session.grants.some(({ role }) => roles.includes(role))
}
