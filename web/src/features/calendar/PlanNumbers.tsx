import type { OrderPlan } from '#shared/calendar'
import { orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import type { BusinessDate } from '#shared/time'
import { MomentField } from '../../components/form/MomentField.tsx'
import { NumberField } from '../../components/form/NumberField.tsx'
import { useSay } from '../../components/language-context.ts'
import { WeekFiftyThree } from './WeekFiftyThree.tsx'
import { clockOfField, dayOfField } from './zoned-time.ts'

type PlanNumbersProps = {
  plan: OrderPlan
  today: BusinessDate
  errorOf: (path: string) => string | undefined
  onChange: (changes: Partial<OrderPlan>) => void
}

const boundsOf = {
  weeksAhead: { least: 1, most: 12 },
  graceSeconds: { most: 3600 },
  remindMinutes: { least: 5, most: 720 },
} as const

/** The numbers of a plan: how far ahead, how long after the cut-off, until when money is waited for. */
export function PlanNumbers({ plan, today, errorOf, onChange }: PlanNumbersProps) {
  const { t } = useSay()
  const { funds } = plan
  const hasOddWeeks = plan.batches.some(({ kind }) => kind === 'oddWeek' || kind === 'evenWeek')
  return (
    <>
      <WeekFiftyThree plan={plan} today={today} onAnchor={(day) => onChange({ oddWeekAnchor: day })} />
      {hasOddWeeks && (
        <MomentField
          label={t(texts.anchor)}
          hint={t(texts.anchorHint)}
          value={plan.oddWeekAnchor}
          onChange={(day) => onChange({ oddWeekAnchor: dayOfField(day) })}
        />
      )}
      <div className="fields">
        {(['weeksAhead', 'graceSeconds', 'remindMinutes'] as const).map((field) => (
          <NumberField
            key={field}
            label={t(texts[field])}
            value={plan[field]}
            {...boundsOf[field]}
            error={errorOf(field)}
            onChange={(value) => onChange({ [field]: value })}
          />
        ))}
        <NumberField
          label={t(texts.fundsDays)}
          value={funds.daysAfter}
          most={14}
          error={errorOf('funds.daysAfter')}
          onChange={(daysAfter) => onChange({ funds: { ...funds, daysAfter } })}
        />
        <MomentField
          label={t(texts.fundsAt)}
          type="time"
          isRequired
          value={funds.at}
          onChange={(typed) => {
            const at = clockOfField(typed)
            if (at) onChange({ funds: { ...funds, at } })
          }}
        />
      </div>
    </>
  )
}
