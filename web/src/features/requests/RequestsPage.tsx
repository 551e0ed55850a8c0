import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { decidingTexts } from '#shared/texts/deciding'
import { listTexts } from '#shared/texts/lists'
import { orderTexts } from '#shared/texts/orders'
import { pageTexts } from '#shared/texts/pages'
import { requestTexts as texts } from '#shared/texts/requests'
import { Reading } from '../../components/Asked.tsx'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { FilterFold } from '../../components/list/FilterFold.tsx'
import { useChosen } from '../../components/list/use-chosen.ts'
import { More } from '../../components/More.tsx'
import { StaffPortal } from '../../components/StaffPortal.tsx'
import { useAddress } from '../../components/use-address.ts'
import { usePages } from '../../components/use-pages.ts'
import { UnitSelect, useUnitName } from '../accounts/UnitSelect.tsx'
import { beginExport, ExportFile } from '../exports/ExportFile.tsx'
import { may } from '../identity/session-queries.ts'
import { RequestBulk } from './RequestBulk.tsx'
import { ReviewRequest } from './ReviewRequest.tsx'
import { readRequests, requestFilters } from './request-queries.ts'

const kinds = ['addresses', 'contact', 'licence'] as const
const states = ['asked', 'approved', 'refused', 'withdrawn'] as const

/** What shops of my units ask to be changed, for a decision. */
export function RequestsPage({ language }: { language: Language }) {
  return (
    <StaffPortal language={language} deed="seeRequests" title={pageTexts.requests}>
      {(session) => <Requests session={session} />}
    </StaffPortal>
  )
}

function Requests({ session }: { session: SessionView }) {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const [filters, setFilters] = useAddress(requestFilters)
  const state = states.find((each) => each === filters.state) ?? 'asked'
  const list = usePages(['requests', 'of units', filters], (cursor) =>
    readRequests({ ...filters, state }, { cursor }),
  )
  const mayDecide = may(session, 'decideRequests')
  const chosen = useChosen(JSON.stringify(filters))
  return (
    <>
      <div className="page-head">
        <h1>{t(pageTexts.requests)}</h1>
        <ExportFile
          key={JSON.stringify(filters)}
          begin={beginExport({ kind: 'requests', filter: { state, kind: filters.kind } }, filters.unitPath)}
        />
      </div>
      <FilterFold
        first={
          <ChoiceField
            label={t(decidingTexts.state)}
            value={state}
            options={states.map((value) => ({ value, name: t(texts[value]) }))}
            onChange={(chosen) => setFilters({ state: chosen === 'asked' ? '' : chosen })}
          />
        }
        set={{ kind: filters.kind, unitPath: filters.unitPath }}
        onClear={setFilters}
      >
        <ChoiceField
          label={t(texts.ask)}
          value={filters.kind}
          none={t(listTexts.all)}
          options={kinds.map((value) => ({ value, name: t(texts[value]) }))}
          onChange={(kind) => setFilters({ kind })}
        />
        <UnitSelect
          label={t(orderTexts.unit)}
          value={filters.unitPath}
          onChange={(unitPath) => setFilters({ unitPath })}
        />
      </FilterFold>
      <Reading of={list} />
      {list.items?.length === 0 && <NoRequests isWaiting={state === 'asked'} />}
      <ul className="cards">
        {list.items?.map((card) => (
          <ReviewRequest
            key={card.requestId}
            card={card}
            shop={{
              name: card.customerName[language],
              unit: unitName(card.unitPath),
              href: `/${language}/staff/customers/${card.customerId}/`,
            }}
            mayDecide={mayDecide}
            choice={
              mayDecide &&
              state === 'asked' && (
                <label className="check">
                  <input
                    type="checkbox"
                    aria-label={t(listTexts.selectRow, { name: card.customerName[language] })}
                    checked={chosen.keys.has(card.requestId)}
                    onChange={() => chosen.toggle(card.requestId)}
                  />
                </label>
              )
            }
          />
        ))}
      </ul>
      <RequestBulk chosen={chosen} cards={list.items ?? []} />
      <More onMore={list.more} isReading={list.isReadingMore} />
    </>
  )
}

function NoRequests({ isWaiting }: { isWaiting: boolean }) {
  const { t } = useSay()
  return (
    <section className="card">
      <h2>{t(isWaiting ? decidingTexts.noneWaiting : decidingTexts.noneFits)}</h2>
      {isWaiting && <p className="text-soft">{t(decidingTexts.noneWaitingHint)}</p>}
    </section>
  )
}
