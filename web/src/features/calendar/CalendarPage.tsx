import { useQuery } from '@tanstack/react-query'
import type { StoredPlan } from '#shared/calendar'
import { mondayOf } from '#shared/calendar-days'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import { pageTexts } from '#shared/texts/pages'
import { staffCalendarTexts as texts } from '#shared/texts/staff-calendar'
import { addDays, businessDateOf, instantOf } from '#shared/time'
import { Asked } from '../../components/Asked.tsx'
import { MomentField } from '../../components/form/MomentField.tsx'
import { ChoiceField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { useAddress } from '../../components/use-address.ts'
import { beginExport, ExportFile } from '../exports/ExportFile.tsx'
import { may } from '../identity/session-queries.ts'
import { CyclePanel } from './CyclePanel.tsx'
import { CycleWeeks } from './CycleWeeks.tsx'
import { calendarFilters, planQuery, readCycles } from './calendar-queries.ts'
import { OrderPlanPart } from './OrderPlanPart.tsx'
import { batchOptions } from './use-batches.ts'
import { WeekFiftyThree } from './WeekFiftyThree.tsx'
import { dayOfField } from './zoned-time.ts'

const WEEKS_SHOWN = 5

/** The calendar of the company: what is coming, how closings went, and the plan behind it. */
export function CalendarPage({ language }: { language: Language }) {
  return <QueryPortal language={language}>{(session) => <Calendar session={session} />}</QueryPortal>
}

function Calendar({ session }: { session: SessionView }) {
  const { t } = useSay()
  const plan = useQuery(planQuery)
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t(pageTexts.calendar)}</h1>
          <p className="text-soft">{t(texts.lead)}</p>
        </div>
      </div>
      <Asked of={plan}>
        {(stored) => (
          <>
            <Cycles stored={stored} session={session} />
            <OrderPlanPart stored={stored} maySave={may(session, 'planOrders')} />
          </>
        )}
      </Asked>
    </>
  )
}

function Cycles({ stored, session }: { stored: StoredPlan; session: SessionView }) {
  const { timeZone, plan } = stored
  const { t, language } = useSay()
  const [filters, setFilters] = useAddress(calendarFilters)
  const today = businessDateOf(instantOf(Date.now()), timeZone)
  const from = dayOfField(filters.from) ?? addDays(mondayOf(today), -1)
  const to = addDays(from, 7 * WEEKS_SHOWN)
  const asked = { from, to, batch: filters.batch }
  const cycles = useQuery({ queryKey: ['cycles', asked], queryFn: () => readCycles(asked) })
  const shown = cycles.data?.items.find(({ cycleId }) => cycleId === filters.cycle)
  const options = batchOptions(plan.batches, language, filters.batch)
  return (
    <>
      <div className="fields mb-4">
        <MomentField label={t(texts.from)} value={from} onChange={(chosen) => setFilters({ from: chosen })} />
        <ChoiceField
          label={t(texts.batch)}
          value={filters.batch}
          none={t(texts.allBatches)}
          options={options}
          onChange={(batch) => setFilters({ batch })}
        />
      </div>
      <div className="mb-4">
        <ExportFile key={JSON.stringify(asked)} begin={beginExport({ kind: 'cycles', filter: asked }, '')} />
      </div>
      {filters.cycle && (
        <CyclePanel
          key={filters.cycle}
          cycleId={filters.cycle}
          stored={stored}
          mayRelease={may(session, 'releaseSupply')}
          cycle={shown}
          onHide={() => setFilters({ cycle: '' })}
        />
      )}
      <WeekFiftyThree plan={plan} today={today} />
      <Asked of={cycles}>
        {({ items }) =>
          items.length === 0 ? (
            <section className="card mb-6">
              <h2>{t(texts.none)}</h2>
              <p className="text-soft">{t(texts.noneHint)}</p>
            </section>
          ) : (
            <CycleWeeks
              cycles={items}
              timeZone={timeZone}
              today={today}
              mayChange={may(session, 'changeCycles')}
              shown={filters.cycle}
              onShow={(cycle) => {
                setFilters({ cycle })
                if (cycle) scrollTo({ top: 0, behavior: 'smooth' })
              }}
            />
          )
        }
      </Asked>
    </>
  )
}
