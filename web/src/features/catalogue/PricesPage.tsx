import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { rolesThatSee } from '#shared/customer-cuts'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import type { Currency } from '#shared/money'
import type { Price } from '#shared/prices'
import { priceTexts as texts } from '#shared/texts/prices'
import { ChoiceField, TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { FindBox } from '../../components/list/FindBox.tsx'
import { More } from '../../components/More.tsx'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { useAddress } from '../../components/use-address.ts'
import { usePages } from '../../components/use-pages.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { beginExport, ExportFile } from '../exports/ExportFile.tsx'
import { isHeadAdministrator } from '../identity/session-queries.ts'
import { ListHistory } from './ListHistory.tsx'
import { NewPriceList } from './NewPriceList.tsx'
import { OrderMinimumPart } from './OrderMinimumPart.tsx'
import { PriceDialog } from './PriceDialog.tsx'
import { PriceHistoryDialog } from './PriceHistory.tsx'
import { PriceTable } from './PriceTable.tsx'
import { Publication } from './Publication.tsx'
import { PublicationHistory } from './PublicationHistory.tsx'
import { type PriceFilters, priceFilters, priceListsQuery, readPrices } from './price-queries.ts'
import { RemovedPrices } from './RemovedPrices.tsx'

/** The price lists, row by row, and what the next publication brings. */
export function PricesPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{(session) => <Prices session={session} />}</QueryPortal>
}

function Prices({ session }: { session: SessionView }) {
  const { t } = useSay()
  const [filters, setFilters] = useAddress(priceFilters)
  const lists = useQuery(priceListsQuery)
  const company = useQuery(companyQuery)
  const maySave = isHeadAdministrator(session)
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
        <OrderMinimumPart currency={company.data.currency} maySave={maySave} />
      )}
      {list === undefined ? (
        <section className="card">
          <h2>{t(texts.noLists)}</h2>
          <p className="text-soft">{t(texts.noListsHint)}</p>
        </section>
      ) : (
        <PricesOfList
          filters={{ ...filters, list }}
          onChange={setFilters}
          currency={company.data.currency}
          {...{ maySave, mayRead }}
        />
      )}
    </>
  )
}

type PricesOfListProps = {
  filters: PriceFilters
  onChange: (changes: Partial<PriceFilters>) => void
  currency: Currency
  maySave: boolean
  mayRead: boolean
}

function PricesOfList({ filters, onChange, currency, maySave, mayRead }: PricesOfListProps) {
  const { t, language } = useSay()
  const { data: lists } = useQuery(priceListsQuery)
  const [edited, setEdited] = useState<Price | 'new'>()
  const rows = usePages(['prices', filters], (cursor) => readPrices(filters, cursor))
  return (
    <section>
      <div className="list-head">
        <ChoiceField
          label={t(texts.list)}
          value={filters.list}
          options={(lists?.items ?? []).map(({ list, name, level }) => ({
            value: list,
            name: `${name[language]} · ${t(texts[level])}`,
          }))}
          onChange={(list) => onChange({ list })}
        />
        <div className="fields">
          <FindBox value={filters.text} onChange={(text) => onChange({ text })} />
          <TextField
            label={t(texts.asOf)}
            type="date"
            value={filters.asOf}
            onChange={(asOf) => onChange({ asOf })}
          />
        </div>
      </div>
      <ExportFile
        key={JSON.stringify(filters)}
        begin={beginExport({ kind: 'prices', filter: filters }, '')}
        fileName="prices"
      />
      {mayRead && <ListHistory key={filters.list} list={filters.list} />}
      {maySave && (
        <button type="button" className="link" onClick={() => setEdited('new')}>
          ＋ {t(texts.addPrice)}
        </button>
      )}
      {rows.error && <Trouble isPart error={rows.error} onRetry={rows.again} />}
      {!rows.items && !rows.error && <Skeleton />}
      {rows.items?.length === 0 && <p className="card text-soft">{t(texts.none)}</p>}
      {rows.items && rows.items.length > 0 && (
        <PriceTable rows={rows.items} currency={currency} onOpen={mayRead ? setEdited : undefined} />
      )}
      <More onMore={rows.more} isReading={rows.isReadingMore} />
      {mayRead && <RemovedPrices key={`removed ${filters.list}`} list={filters.list} />}
      {edited && edited !== 'new' && !maySave && (
        <PriceHistoryDialog price={edited} onClose={() => setEdited(undefined)} />
      )}
      {edited && maySave && (
        <PriceDialog
          list={filters.list}
          price={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  )
}

/** True when this session sees what became of prices. */
function maySeeMoney(session: SessionView): boolean {
  const roles = rolesThatSee('money')
  return session.grants.some(({ role }) => roles.includes(role))
}
