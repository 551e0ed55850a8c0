import { useQuery } from '@tanstack/react-query'
import type { CycleDetails } from '#shared/calendar'
import type { CustomerId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { ownCalendarTexts as texts } from '#shared/texts/own-calendar'
import { Asked } from '../../components/Asked.tsx'
import { useSay } from '../../components/language-context.ts'
import { QueryPortal } from '../../components/QueryPortal.tsx'
import { ReadAloud } from '../../components/ReadAloud.tsx'
import { formatDay, formatMoment } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'
import { batchOfCycle } from './batch-name.ts'
import { readOwnCycles } from './calendar-queries.ts'

/** The coming order windows of the shop one acts for. */
export function OwnCalendarPage({ language }: { language: Language }) {
  return (
    <QueryPortal language={language}>
      {({ actingFor }) => actingFor && <OwnCalendar customerId={actingFor} />}
    </QueryPortal>
  )
}

function OwnCalendar({ customerId }: { customerId: CustomerId }) {
  const company = useQuery(companyQuery)
  const cycles = useQuery({
    queryKey: ['own-cycles', customerId],
    queryFn: () => readOwnCycles(customerId),
    refetchOnWindowFocus: true,
  })
  return (
    <Asked of={company} isPage>
      {({ timeZone }) => (
        <Asked of={cycles} isPage>
          {({ items }) => <Windows cycles={items} timeZone={timeZone} />}
        </Asked>
      )}
    </Asked>
  )
}

function Windows({ cycles, timeZone }: { cycles: readonly CycleDetails[]; timeZone: string }) {
  const { t, language } = useSay()
  const [next] = cycles
  return (
    <>
      <div className="page-head">
        <div>
          {next && <p className="facts">{t(texts.lead, { batch: batchOfCycle(next, language) })}</p>}
          <h1>{t(texts.title)}</h1>
        </div>
      </div>
      {cycles.length === 0 && (
        <section className="card">
          <h2>{t(texts.none)}</h2>
          <p className="text-soft">{t(texts.noneHint)}</p>
        </section>
      )}
      <ul className="cards">
        {cycles.map((cycle) => (
          <Window key={cycle.cycleId} cycle={cycle} timeZone={timeZone} />
        ))}
      </ul>
    </>
  )
}

function Window({ cycle, timeZone }: { cycle: CycleDetails; timeZone: string }) {
  const { t, language } = useSay()
  const { opensAt, closesAt, isOpen, plannedDay, orderDay, reason } = cycle
  const moment = (instant: string) => formatMoment(instant, timeZone, language)
  const isMoved = plannedDay !== undefined && orderDay !== undefined && plannedDay !== orderDay
  const day = formatDay(orderDay ?? cycle.date, language)
  const until = t(texts.until, { time: moment(closesAt) })
  const opens = isOpen ? t(texts.open) : t(texts.opens, { time: moment(opensAt) })
  return (
    <li className={isOpen ? 'card first' : 'card'}>
      <div className="flex justify-between gap-2">
        <h2>{day}</h2>
        {isOpen && <span className="pill is-done">{t(texts.open)}</span>}
      </div>
      <p className="text-soft">
        {!isOpen && `${opens} · `}
        {until}
      </p>
      <ReadAloud text={() => [day, opens, until].join(language === 'zh' ? '，' : ', ')} />
      {isMoved && <p className="is-attention">{t(texts.moved, { day: formatDay(plannedDay, language) })}</p>}
      {reason && <p className="facts">{reason}</p>}
    </li>
  )
}
