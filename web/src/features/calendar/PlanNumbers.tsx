import type { OrderPlan } from '#shared/calendar'
import { orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { clockOfField, dayOfField } from './zoned-time.ts'

type PlanNumbersProps = {
  plan: OrderPlan
  errorOf: (path: string) => string | undefined
  onChange: (changes: Partial<OrderPlan>) => void
}

/** The numbers of a plan: how far ahead, how long after the cut-off, until when money is waited for. */
export function PlanNumbers({ plan, errorOf, onChange }: PlanNumbersProps) {
  const { t } = useSay()
  const { funds } = plan
  const number = (value: string) => Math.max(0, Math.floor(Number(value)) || 0)
  const hasOddWeeks = plan.batches.some(({ kind }) => kind === 'oddWeek' || kind === 'evenWeek')
  return (
    <>
      {hasOddWeeks && (
        <TextField
          label={t(texts.anchor)}
          hint={t(texts.anchorHint)}
          type="date"
          value={plan.oddWeekAnchor}
          onChange={(day) => onChange({ oddWeekAnchor: dayOfField(day) })}
        />
      )}
      <div className="fields">
        {(['weeksAhead', 'graceSeconds', 'remindMinutes'] as const).map((field) => (
          <TextField
            key={field}
            label={t(texts[field])}
            type="number"
            value={String(plan[field])}
            error={errorOf(field)}
            onChange={(value) => onChange({ [field]: number(value) })}
          />
        ))}
        <TextField
          label={t(texts.fundsDays)}
          type="number"
          value={String(funds.daysAfter)}
          error={errorOf('funds.daysAfter')}
          onChange={(days) => onChange({ funds: { ...funds, daysAfter: number(days) } })}
        />
        <TextField
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
