import { type ReactNode, useState } from 'react'
import type { CycleDetails } from '#shared/calendar'
import { mondayOf } from '#shared/calendar-days'
import { staffCalendarTexts as texts } from '#shared/texts/staff-calendar'
import { addDays, type BusinessDate } from '#shared/time'
import { useSay } from '../../components/language-context.ts'
import { formatDay, formatMoment } from '../../formats.ts'
import { dayWithWeekday } from '../../weekday-names.ts'
import { batchOfCycle } from './batch-name.ts'
import { ChangeCycleDialog } from './ChangeCycleDialog.tsx'
import { CycleState } from './CycleState.tsx'
import { nameOfCycle } from './cycle-name.ts'
import { hasClosed } from './cycle-parts.ts'
import { dayOfField } from './zoned-time.ts'

type CycleWeeksProps = {
  cycles: readonly CycleDetails[]
  timeZone: string
  today: BusinessDate
  mayChange: boolean
  shown: string
  onShow: (cycleId: string) => void
}

/** The cycles week by week, each with its window, what it is at, and what can be done with it. */
export function CycleWeeks({ cycles, today, ...rest }: CycleWeeksProps) {
  const { t, language } = useSay()
  const weeks = Map.groupBy(inOrder(cycles), (cycle) => mondayOf(orderDayOf(cycle)))
  const [changed, setChanged] = useState<CycleDetails>()
  const shownWeeks = [...weeks].map(([monday, ofWeek]) => {
    const days = { from: formatDay(monday, language), to: formatDay(addDays(monday, 6), language) }
    const isNow = mondayOf(today) === monday
    return (
      <div key={monday} className="mb-6">
        <h2 id={`week-${monday}`} className="mb-2">
          {t(texts.week, days)}
          {isNow && <span className="pill is-done ml-2">{t(texts.thisWeek)}</span>}
        </h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled by keyboard too */}
        <section className="card ledger-frame" tabIndex={0} aria-labelledby={`week-${monday}`}>
          <WeekTable cycles={ofWeek} {...rest} onChanged={setChanged} />
        </section>
      </div>
    )
  })
  return (
    <>
      {changed && (
        <p className="notice good mb-4" role="status" tabIndex={-1} ref={taken}>
          {t(texts.changed, {
            cycle: nameOfCycle(changed, language),
            closes: formatMoment(changed.closesAt, rest.timeZone, language),
          })}
        </p>
      )}
      {shownWeeks}
    </>
  )
}

type WeekTableProps = Omit<CycleWeeksProps, 'today'> & { onChanged: (cycle: CycleDetails) => void }

function WeekTable({ cycles, timeZone, mayChange, shown, onShow, onChanged }: WeekTableProps) {
  const { t } = useSay()
  const [changing, setChanging] = useState<CycleDetails>()
  return (
    <>
      <table className="ledger records">
        <thead>
          <tr>
            {[texts.batch, texts.orderDay, texts.opens, texts.closes, texts.state].map((title) => (
              <th key={title.en} scope="col">
                {t(title)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {cycles.map((cycle) => (
            <CycleRow key={cycle.cycleId} cycle={cycle} timeZone={timeZone}>
              {mayChange && (cycle.state === 'coming' || cycle.state === 'open') && (
                <button type="button" className="link" onClick={() => setChanging(cycle)}>
                  {t(texts.change)}
                </button>
              )}
              <button
                type="button"
                className="link"
                aria-expanded={shown === cycle.cycleId}
                onClick={() => onShow(shown === cycle.cycleId ? '' : cycle.cycleId)}
              >
                {t(hasClosed(cycle) ? texts.report : texts.details)}
              </button>
            </CycleRow>
          ))}
        </tbody>
      </table>
      {changing && (
        <ChangeCycleDialog
          cycle={changing}
          timeZone={timeZone}
          onChanged={onChanged}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  )
}

type CycleRowProps = { cycle: CycleDetails; timeZone: string; children: ReactNode }

function CycleRow({ cycle, timeZone, children }: CycleRowProps) {
  const { t, language } = useSay()
  const day = orderDayOf(cycle)
  const isMoved = cycle.plannedDay !== undefined && cycle.plannedDay !== day
  return (
    <tr>
      <th scope="row">
        {batchOfCycle(cycle, language)}
        {cycle.reason && <span className="facts block">{cycle.reason}</span>}
      </th>
      <td data-title={t(texts.orderDay)}>
        <span>
          {dayWithWeekday(day, language)}
          {isMoved && (
            <span className="is-attention block">
              {t(texts.moved, { day: formatDay(cycle.plannedDay ?? day, language) })}
            </span>
          )}
        </span>
      </td>
      <td data-title={t(texts.opens)}>{formatMoment(cycle.opensAt, timeZone, language)}</td>
      <td data-title={t(texts.closes)}>{formatMoment(cycle.closesAt, timeZone, language)}</td>
      <td data-title={t(texts.state)}>
        <CycleState state={cycle.state} />
      </td>
      <td>
        <span className="row-deeds">{children}</span>
      </td>
    </tr>
  )
}

function orderDayOf({ orderDay, date }: CycleDetails): BusinessDate {
  return dayOfField(orderDay ?? date) ?? '1970-01-01'
}

function inOrder(cycles: readonly CycleDetails[]): CycleDetails[] {
  return cycles.toSorted((left, right) =>
    left.closesAt === right.closesAt
      ? left.batch.localeCompare(right.batch)
      : left.closesAt < right.closesAt
        ? -1
        : 1,
  )
}

// A stable one, so that the focus is taken once and not whenever the cycles are read again.
function taken(said: HTMLElement | null): void {
  said?.focus()
}
