import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback } from 'react'
import type { SessionView } from '#shared/identity'
import type { CycleProgress } from '#shared/progress'
import { demandTexts } from '#shared/texts/demand'
import { orderTexts } from '#shared/texts/orders'
import { waitedForTexts as texts } from '#shared/texts/waited-for'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { FilterFold } from '../../components/list/FilterFold.tsx'
import { FindBox } from '../../components/list/FindBox.tsx'
import { ListFrame } from '../../components/list/ListFrame.tsx'
import { RecordList } from '../../components/list/RecordList.tsx'
import { useChosen } from '../../components/list/use-chosen.ts'
import { usePages } from '../../components/use-pages.ts'
import { formatMoment } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { UnitSelect, useUnitName } from '../accounts/UnitSelect.tsx'
import { beginExport, ExportFile } from '../exports/ExportFile.tsx'
import { Until } from '../home/ObligationCard.tsx'
import { may } from '../identity/session-queries.ts'
import { OrderProgressBar } from './OrderProgressBar.tsx'
import { readShopsWaitedFor, type WaitedForFilters } from './progress-queries.ts'
import { RemindAll } from './RemindAll.tsx'
import { RemindChosen } from './RemindChosen.tsx'
import { useWaitedForColumns } from './use-waited-for-columns.tsx'

type ShopsWaitedForProps = {
  session: SessionView
  filters: WaitedForFilters
  onChange: (changes: Partial<WaitedForFilters>) => void
  /** Unless the window has closed since, or no shop of the unit belongs to it. */
  cycle: CycleProgress | undefined
  /** When the server said so. */
  now: string
  choice: ReactNode
}

/** The shops that one cycle waits for, with how far it is. */
export function ShopsWaitedFor({ session, filters, onChange, cycle, now, choice }: ShopsWaitedForProps) {
  const { t, language } = useSay()
  const unitName = useUnitName()
  const { data: company } = useQuery(companyQuery)
  const columns = useWaitedForColumns(session)
  const list = usePages(['shops-waited-for', filters], (cursor) => readShopsWaitedFor(filters, cursor))
  const { cycleId, unitPath, ...narrowed } = filters
  const about = JSON.stringify(filters)
  const chosen = useChosen(about)
  const closes = cycle && company ? formatMoment(cycle.closesAt, company.timeZone, language) : ''
  const hrefOf = (path: string) => `?cycleId=${cycleId}&unitPath=${path}`
  const place = may(session, 'order') ? 'staff/desk/?customer=' : 'staff/customers/'
  return (
    <>
      <ListFrame
        title={t(texts.title)}
        actions={
          <>
            <ExportFile
              key={about}
              begin={beginExport({ kind: 'shops-waited-for', cycleId, filter: narrowed }, unitPath)}
            />
            {cycle && (
              <RemindAll key={`all ${about}`} filters={filters} isOffered={list.items?.length !== 0} />
            )}
          </>
        }
        filters={
          <>
            {cycle && (
              <section className="card mb-4">
                {company && <Until dueAt={cycle.closesAt} now={now} timeZone={company.timeZone} />}
                <OrderProgressBar {...{ cycle, unitName, hrefOf }} />
                <a
                  className="link"
                  href={`/${language}/staff/demand/?cycleId=${cycleId}&unitPath=${unitPath}`}
                >
                  {t(demandTexts.see)}
                </a>
              </section>
            )}
            <Filters {...{ filters, onChange, choice }} />
          </>
        }
        pages={list}
        none={<Nobody isFiltered={Object.values(narrowed).some(Boolean)} />}
      >
        {(rows) => (
          <RecordList
            list="shops-waited-for"
            label={t(texts.title)}
            rows={rows}
            keyOf={({ customerId }) => customerId}
            head={{
              title: texts.shop,
              name: ({ name }) => name[language],
              href: ({ customerId }) => `/${language}/${place}${customerId}${place.endsWith('=') ? '' : '/'}`,
              beside: ({ isOnHold, hasStandingDraft }) => (
                <>
                  {isOnHold && <span className="pill is-refused">{t(texts.onHold)}</span>}{' '}
                  {hasStandingDraft && <span className="pill is-waiting">{t(texts.standing)}</span>}
                </>
              ),
            }}
            columns={columns}
            chosen={cycle && chosen}
          />
        )}
      </ListFrame>
      <RemindChosen {...{ chosen, filters, closes }} shops={list.items ?? []} />
    </>
  )
}

function Filters({
  filters,
  onChange,
  choice,
}: Pick<ShopsWaitedForProps, 'filters' | 'onChange' | 'choice'>) {
  const { t } = useSay()
  const { unitPath, standing, reminded } = filters
  const onFind = useCallback((text: string) => onChange({ text }), [onChange])
  return (
    <FilterFold
      first={
        <>
          {choice}
          <FindBox hint={t(texts.findHint)} value={filters.text} onChange={onFind} />
        </>
      }
      set={{ unitPath, standing, reminded }}
      onClear={onChange}
    >
      <UnitSelect
        label={t(orderTexts.unit)}
        value={unitPath}
        onChange={(path) => onChange({ unitPath: path })}
      />
      <ChoiceField
        label={t(texts.who)}
        value={standing}
        options={[
          { value: '', name: t(texts.anyDraft) },
          { value: 'no', name: t(texts.withoutStanding) },
          { value: 'yes', name: t(texts.withStanding) },
        ]}
        onChange={(chosen) => onChange({ standing: chosen })}
      />
      <ChoiceField
        label={t(texts.whomReminded)}
        value={reminded}
        options={[
          { value: '', name: t(texts.anyReminded) },
          { value: 'no', name: t(texts.notReminded) },
          { value: 'yes', name: t(texts.onlyReminded) },
        ]}
        onChange={(chosen) => onChange({ reminded: chosen })}
      />
    </FilterFold>
  )
}

function Nobody({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useSay()
  return <p className="card text-soft">{t(isFiltered ? texts.noneFits : texts.nobody)}</p>
}
