import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { OrderPlan, StoredPlan } from '#shared/calendar'
import { orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import type { BusinessDate } from '#shared/time'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { planQuery, savePlan } from './calendar-queries.ts'
import { DaysOffFields, MoveFields } from './HolidayFields.tsx'
import { WindowFields } from './WindowFields.tsx'
import { clockOfField, dayOfField } from './zoned-time.ts'

type OrderPlanFormProps = { stored: StoredPlan; maySave: boolean }

/** The order plan: windows of the batches, holidays, and what follows a close. Others than administrators only look. */
export function OrderPlanForm({ stored, maySave }: OrderPlanFormProps) {
  const { t, language } = useSay()
  const [plan, setPlan] = useState(stored.plan)
  const [workdays, setWorkdays] = useState(stored.plan.workdays.join(' '))
  const [reason, setReason] = useState('')
  const queries = useQueryClient()
  const saving = useMutation({
    mutationFn: () => savePlan({ ...plan, workdays: daysWithin(workdays) }, reason, stored.version),
    onSuccess: (kept) => {
      queries.setQueryData(planQuery.queryKey, kept)
      return queries.invalidateQueries({ queryKey: ['cycles'] })
    },
  })
  const change = (changes: Partial<OrderPlan>) => setPlan({ ...plan, ...changes })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    saving.mutate()
  }
  return (
    <details className="card" open={stored.version === 0}>
      <summary className="link">{t(texts.title)}</summary>
      <p className="text-soft mb-3">{t(stored.version === 0 ? texts.unset : texts.hint)}</p>
      <form className="cards" onSubmit={onSubmit}>
        <fieldset className="cards" disabled={!maySave || saving.isPending}>
          <WindowFields batches={plan.batches} onChange={(batches) => change({ batches })} />
          <DaysOffFields daysOff={plan.daysOff} onChange={(daysOff) => change({ daysOff })} />
          <TextField
            label={t(texts.workdays)}
            hint={t(texts.workdaysHint)}
            value={workdays}
            onChange={setWorkdays}
          />
          <MoveFields plan={plan} onChange={(moves) => change({ moves })} />
          <NumberFields plan={plan} onChange={change} />
          {maySave && (
            <>
              <TextField
                label={t(texts.reason)}
                value={reason}
                onChange={setReason}
                isRequired
                maxLength={300}
              />
              {saving.error && (
                <p className="notice bad" role="alert">
                  {wordsOf(saving.error, language)}
                </p>
              )}
              <div className="actions">
                <button type="submit" className="button">
                  {t(texts.save)}
                </button>
              </div>
            </>
          )}
        </fieldset>
      </form>
    </details>
  )
}

type NumberFieldsProps = { plan: OrderPlan; onChange: (changes: Partial<OrderPlan>) => void }

function NumberFields({ plan, onChange }: NumberFieldsProps) {
  const { t } = useSay()
  const { funds } = plan
  const number = (value: string) => Math.max(0, Math.floor(Number(value)) || 0)
  return (
    <div className="fields">
      <TextField
        label={t(texts.anchor)}
        hint={t(texts.anchorHint)}
        type="date"
        value={plan.oddWeekAnchor}
        onChange={(day) => onChange({ oddWeekAnchor: dayOfField(day) })}
      />
      <TextField
        label={t(texts.weeksAhead)}
        type="number"
        value={String(plan.weeksAhead)}
        onChange={(weeks) => onChange({ weeksAhead: number(weeks) })}
      />
      <TextField
        label={t(texts.grace)}
        type="number"
        value={String(plan.graceSeconds)}
        onChange={(seconds) => onChange({ graceSeconds: number(seconds) })}
      />
      <TextField
        label={t(texts.remind)}
        type="number"
        value={String(plan.remindMinutes)}
        onChange={(minutes) => onChange({ remindMinutes: number(minutes) })}
      />
      <TextField
        label={t(texts.fundsDays)}
        type="number"
        value={String(funds.daysAfter)}
        onChange={(days) => onChange({ funds: { ...funds, daysAfter: number(days) } })}
      />
      <label className="field">
        <span>{t(texts.fundsAt)}</span>
        <input
          type="time"
          required
          value={funds.at}
          onChange={(event) => {
            const at = clockOfField(event.target.value)
            if (at) onChange({ funds: { ...funds, at } })
          }}
        />
      </label>
    </div>
  )
}

function daysWithin(text: string): BusinessDate[] {
  return text.split(/[\s,，]+/).flatMap((word) => dayOfField(word) ?? [])
}
