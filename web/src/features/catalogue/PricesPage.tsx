import { useQuery } from '@tanstack/react-query'
import type { Company } from '#shared/accounts'
import { rolesThatSee } from '#shared/customer-cuts'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { priceTexts as texts } from '#shared/texts/prices'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { QueryPortal } from '../../components/QueryPortal.tsx'
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
  const lists = useQuery(priceListsQuery)
  const company = useQuery(companyQuery)
  return (
    <Asked of={company} isPage>
      {(settings) => (
        <Asked of={lists} isPage>
          {({ items }) => <Lists company={settings} first={items[0]?.list} session={session} />}
        </Asked>
      )}
    </Asked>
  )
}

type ListsProps = { company: Company; first: string | undefined; session: SessionView }

function Lists({ company: { currency, preset }, first, session }: ListsProps) {
  const { t } = useSay()
  const [filters, setFilters] = useAddress(priceFilters)
  const maySave = may(session, 'keepPrices')
  const mayRead = maySeeMoney(session)
  const list = filters.list || first
  return (
    <>
      <div className="page-head">
        <h1>{t(texts.title)}</h1>
        {maySave && <NewPriceList />}
      </div>
      {maySave && <Publication currency={currency} />}
      {mayRead && <PublicationHistory currency={currency} />}
      {preset === 'traded' && (
        <OrderMinimumPart currency={currency} maySave={may(session, 'keepOrderMinimum')} />
      )}
      {list === undefined ? (
        <NothingYet title={texts.noLists} hint={texts.noListsHint} kind="prices" session={session} />
      ) : (
        <PricesOfList
          key={list}
          filters={{ ...filters, list }}
          onChange={setFilters}
          {...{ currency, maySave, mayRead }}
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
