import { useQuery } from '@tanstack/react-query'
import type { SessionView } from '#shared/identity'
import type { Language } from '#shared/languages'
import type { CycleProgress } from '#shared/progress'
import { orderTexts } from '#shared/texts/orders'
import { waitedForTexts as texts } from '#shared/texts/waited-for'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { StaffPortal } from '../../components/StaffPortal.tsx'
import { useAddress } from '../../components/use-address.ts'
import { nameOfCycle } from '../calendar/cycle-name.ts'
import { readOrderProgress, waitedForFilters } from './progress-queries.ts'
import { ShopsWaitedFor } from './ShopsWaitedFor.tsx'

/** The shops of my units that have not ordered in an open cycle: to call, to order for, to take along as a file. */
export function WaitedForPage({ language }: { language: Language }) {
  return (
    <StaffPortal language={language} deed="followOrders" title={texts.title}>
      {(session) => <WaitedFor session={session} />}
    </StaffPortal>
  )
}

function WaitedFor({ session }: { session: SessionView }) {
  const { t } = useSay()
  const [filters, setFilters] = useAddress(waitedForFilters)
  const { unitPath } = filters
  const progress = useQuery({
    queryKey: ['order-progress', unitPath],
    queryFn: () => readOrderProgress(unitPath),
    placeholderData: (before) => before,
  })
  const cycles = progress.data?.items ?? []
  const cycleId = filters.cycleId || cycles[0]?.cycleId
  const choice = (
    <CycleChoice {...{ cycles, cycleId }} onChange={(chosen) => setFilters({ cycleId: chosen })} />
  )
  if (cycleId)
    return (
      <ShopsWaitedFor
        session={session}
        filters={{ ...filters, cycleId }}
        onChange={setFilters}
        now={progress.data?.now ?? ''}
        cycle={cycles.find((one) => one.cycleId === cycleId)}
        choice={choice}
      />
    )
  return (
    <>
      <div className="page-head">
        <h1>{t(texts.title)}</h1>
      </div>
      <Asked of={progress}>
        {() => (
          <section className="card">
            <h2>{t(texts.noCycle)}</h2>
            <p className="text-soft">{t(texts.noCycleHint)}</p>
          </section>
        )}
      </Asked>
    </>
  )
}

type CycleChoiceProps = {
  cycles: readonly CycleProgress[]
  cycleId: string | undefined
  onChange: (cycleId: string) => void
}

function CycleChoice({ cycles, cycleId, onChange }: CycleChoiceProps) {
  const { t, language } = useSay()
  if (cycles.length < 2) return null
  return (
    <label className="field">
      <span>{t(orderTexts.cycle)}</span>
      <select value={cycleId} onChange={(event) => onChange(event.target.value)}>
        {cycles.map((cycle) => (
          <option key={cycle.cycleId} value={cycle.cycleId}>
            {nameOfCycle(cycle, language)}
          </option>
        ))}
      </select>
    </label>
  )
}
