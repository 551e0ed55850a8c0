import type { SessionView } from '#shared/identity'
import type { OddityCounts } from '#shared/oddities'
import { oddityKinds, oddityStates } from '#shared/oddity-kinds'
import { oddityTexts as texts } from '#shared/texts/oddities'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { FilterFold } from '../../components/list/FilterFold.tsx'
import { ListFrame } from '../../components/list/ListFrame.tsx'
import { usePages } from '../../components/use-pages.ts'
import { UnitSelect } from '../accounts/UnitSelect.tsx'
import { nameOfCycle } from '../calendar/cycle-name.ts'
import { beginExport, ExportFile } from '../exports/ExportFile.tsx'
import { may } from '../identity/session-queries.ts'
import { NothingOdd } from './NothingOdd.tsx'
import { OddityCard } from './OddityCard.tsx'
import { OddityTally } from './OddityTally.tsx'
import { type OddityFilters, readOddities } from './oddity-queries.ts'

type OddShopsProps = {
  session: SessionView
  counts: OddityCounts
  filters: OddityFilters
  onChange: (changes: Partial<OddityFilters>) => void
}

/** The shops of one cycle that are worth a look, with how many there are of each reason. */
export function OddShops({ session, counts, filters, onChange }: OddShopsProps) {
  const { t } = useSay()
  const list = usePages(['oddities', filters], (cursor) => readOddities(filters, cursor))
  const { cycleId, unitPath, kind, state } = filters
  const asked = { kind: 'oddities', cycleId, filter: { kind, state } } as const
  const isFiltered = Boolean(kind || state)
  return (
    <ListFrame
      title={t(texts.title)}
      actions={<ExportFile key={JSON.stringify(filters)} begin={beginExport(asked, unitPath)} />}
      filters={
        <>
          <p className="mb-4 text-soft">{t(texts.lead)}</p>
          <OddityTally counts={counts} />
          <Filters {...{ counts, filters, onChange }} />
        </>
      }
      pages={list}
      none={
        isFiltered ? (
          <p className="card text-soft">{t(texts.noneFits)}</p>
        ) : (
          <NothingOdd looks={counts.looks} cycleId={cycleId} onSee={(seen) => onChange({ cycleId: seen })} />
        )
      }
    >
      {(rows) => (
        <ul className="cards">
          {rows.map((oddity) => (
            <OddityCard key={oddity.customerId} oddity={oddity} mayReview={may(session, 'reviewOddities')} />
          ))}
        </ul>
      )}
    </ListFrame>
  )
}

function Filters({ counts, filters, onChange }: Omit<OddShopsProps, 'session'>) {
  const { t, language } = useSay()
  const { cycleId, ...narrowed } = filters
  return (
    <FilterFold
      first={
        <ChoiceField
          label={t(texts.cycle)}
          value={cycleId}
          options={counts.looks.map((look) => ({
            value: look.cycleId,
            name: [nameOfCycle(look, language), look.ordered === 0 && t(texts.noOrders)]
              .filter(Boolean)
              .join(' · '),
          }))}
          onChange={(chosen) => onChange({ cycleId: chosen })}
        />
      }
      set={narrowed}
      onClear={onChange}
    >
      <UnitSelect
        label={t(texts.unit)}
        value={filters.unitPath}
        onChange={(unitPath) => onChange({ unitPath })}
      />
      <ChoiceField
        label={t(texts.kind)}
        value={filters.kind}
        none={t(texts.anyKind)}
        options={oddityKinds.map((kind) => ({ value: kind, name: t(texts[kind]) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <ChoiceField
        label={t(texts.state)}
        value={filters.state}
        none={t(texts.anyState)}
        options={(['open', ...oddityStates] as const).map((state) => ({
          value: state,
          name: t(texts[state]),
        }))}
        onChange={(state) => onChange({ state })}
      />
    </FilterFold>
  )
}
