import { type SubmitEvent, useState } from 'react'
import type { BatchPlan, OrderPlan, StoredPlan } from '#shared/calendar'
import { formTexts } from '#shared/texts/forms'
import { orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import { businessDateOf, instantOf } from '#shared/time'
import { ApiProblem } from '../../api.ts'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { BatchDialog } from './BatchDialog.tsx'
import { daysWithin, unreadDays } from './days-typed.ts'
import { DaysOffFields, MoveFields } from './HolidayFields.tsx'
import { PlanNumbers } from './PlanNumbers.tsx'
import { PlanPreviewDialog } from './PlanPreviewDialog.tsx'
import { usePlanDraft } from './use-plan-draft.ts'
import { useSavingPlan } from './use-saving-plan.ts'
import { WindowFields } from './WindowFields.tsx'

type OrderPlanFormProps = { stored: StoredPlan; maySave: boolean; onSaved: (kept: StoredPlan) => void }
/** Which batch is named in a dialog: one that is there, or a new one. */
type Naming = { renamed?: BatchPlan }

/** The order plan: batches with their windows, holidays, and what follows a close. Others than administrators only look. */
export function OrderPlanForm({ stored, maySave, onSaved }: OrderPlanFormProps) {
  const { t, language } = useSay()
  const { draft, isRestored, set, forget } = usePlanDraft(stored)
  const { plan, workdays, reason } = draft
  const going = new Set(draft.going)
  const [naming, setNaming] = useState<Naming>()
  const kept = plan.batches.filter(({ batch }) => !going.has(batch))
  const saving = useSavingPlan(stored, (kept) => {
    forget()
    onSaved(kept)
  })
  const unread = unreadDays(workdays)
  const { errorOf, errorOfBatch } = errorsOf(saving.error, kept)
  const change = (changes: Partial<OrderPlan>) => set({ plan: { ...plan, ...changes } })
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (unread.length > 0) return
    saving.ask({ plan: { ...plan, batches: kept, workdays: daysWithin(workdays) }, reason })
  }
  const { timeZone } = stored
  return (
    <>
      <form className="cards" onSubmit={onSubmit}>
        {isRestored && (
          <p className="notice">
            {t(formTexts.restored)}{' '}
            <button type="button" className="link" onClick={forget}>
              {t(formTexts.discard)}
            </button>
          </p>
        )}
        <fieldset className="cards" disabled={!maySave || saving.isBusy}>
          <WindowFields
            batches={plan.batches}
            going={going}
            mayChange={maySave}
            errorOf={errorOfBatch}
            onChange={(batches) => change({ batches })}
            onRename={(renamed) => setNaming({ renamed })}
            onGo={(code, isGoing) => {
              const others = draft.going.filter((one) => one !== code)
              set({ going: isGoing ? [...others, code] : others })
            }}
          />
          {maySave && (
            <button type="button" className="quiet justify-self-start" onClick={() => setNaming({})}>
              {t(texts.addBatch)}
            </button>
          )}
          <DaysOffFields plan={plan} timeZone={timeZone} errorOf={errorOf} onChange={change} />
          <TextField
            label={t(texts.workdays)}
            hint={t(texts.workdaysHint)}
            value={workdays}
            error={unread.length > 0 ? t(texts.unreadDays, { days: unread.join(' ') }) : undefined}
            onChange={(text) => set({ workdays: text })}
          />
          <MoveFields plan={plan} timeZone={timeZone} onChange={change} />
          <PlanNumbers
            plan={plan}
            today={businessDateOf(instantOf(Date.now()), timeZone)}
            errorOf={errorOf}
            onChange={change}
          />
          {maySave && (
            <TextField
              label={t(texts.reason)}
              value={reason}
              onChange={(text) => set({ reason: text })}
              isRequired
              maxLength={300}
            />
          )}
          {saving.error && (
            <p className="notice bad" role="alert" ref={intoSight}>
              {wordsOf(saving.error, language)}
            </p>
          )}
          {maySave && (
            <div className="actions">
              <button type="submit" className="button">
                {t(texts.save)}
              </button>
            </div>
          )}
        </fieldset>
      </form>
      {saving.preview && (
        <PlanPreviewDialog
          preview={saving.preview}
          timeZone={timeZone}
          isWorking={saving.isSaving}
          onDo={saving.confirm}
          onClose={saving.leave}
        />
      )}
      {naming && (
        <BatchDialog
          batches={plan.batches}
          renamed={naming.renamed}
          onDone={(batch) => change({ batches: withBatch(plan.batches, batch) })}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  )
}

/** What is wrong with which field: the server names fields by path, and batches by their code. */
function errorsOf(error: unknown, sent: readonly BatchPlan[]) {
  const problem = error instanceof ApiProblem ? error : undefined
  const errorOf = (field: string) => problem?.entries.find(({ path }) => path === `plan.${field}`)?.message
  const errorOfBatch = (batch: BatchPlan) => {
    if (problem?.facts.batch === batch.batch) return problem.message
    const at = sent.indexOf(batch)
    return problem?.entries.find(({ path }) => path.startsWith(`plan.batches.${at}.`))?.message
  }
  return { errorOf, errorOfBatch }
}

/** A refusal may lie under the bar of a phone. */
function intoSight(said: HTMLElement | null): void {
  said?.scrollIntoView({ block: 'center' })
}

function withBatch(batches: readonly BatchPlan[], batch: BatchPlan): BatchPlan[] {
  const isKnown = batches.some((one) => one.batch === batch.batch)
  return isKnown ? batches.map((one) => (one.batch === batch.batch ? batch : one)) : [...batches, batch]
}
