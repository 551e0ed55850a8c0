import type { OrderPlan } from '#shared/calendar'
import { weekFiftyThreeAhead } from '#shared/calendar-days'
import { staffCalendarTexts, orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import { addDays, type BusinessDate } from '#shared/time'
import { useSay } from '../../components/language-context.ts'
import { formatFullDay } from '../../formats.ts'

/** From an odd week to week 53, which is odd as well. */
const DAYS_TO_ODD_WEEK_BEFORE = 14

type WeekFiftyThreeProps = {
  plan: OrderPlan
  today: BusinessDate
  onAnchor?: (day: BusinessDate) => void
}

/** Says that the turn of a long year breaks every other week, and mends it where the plan is typed. */
export function WeekFiftyThree({ plan, today, onAnchor }: WeekFiftyThreeProps) {
  const { t, language } = useSay()
  const monday = weekFiftyThreeAhead(today)
  const isAffected = plan.batches.some(({ kind }) => kind === 'oddWeek' || kind === 'evenWeek')
  if (!monday || !isAffected || plan.oddWeekAnchor) return null
  const anchor = addDays(monday, -DAYS_TO_ODD_WEEK_BEFORE)
  return (
    <div className="notice mb-4">
      <p>{t(staffCalendarTexts.weekFiftyThree, { day: formatFullDay(monday, language) })}</p>
      {onAnchor && (
        <button type="button" className="link" onClick={() => onAnchor(anchor)}>
          {t(texts.setAnchor, { day: formatFullDay(anchor, language) })}
        </button>
      )}
    </div>
  )
}
