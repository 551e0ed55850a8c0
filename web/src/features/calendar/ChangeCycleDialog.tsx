import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CycleDetails } from '#shared/calendar'
import { staffCalendarTexts as texts } from '#shared/texts/staff-calendar'
import { ApiProblem } from '../../api.ts'
import { AskDialog } from '../../components/AskDialog.tsx'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { formatDay } from '../../formats.ts'
import { batchOfCycle } from './batch-name.ts'
import { changeCycle } from './calendar-queries.ts'
import { changeOf, errorsOfTimes, type TypedTimes, timesOf, withOrderDay } from './typed-times.ts'

type ChangeCycleDialogProps = { cycle: CycleDetails; timeZone: string; onClose: () => void }

/** Moves a coming cycle, or lets an open one close later, with the reason that the shops read. */
export function ChangeCycleDialog({ cycle, timeZone, onClose }: ChangeCycleDialogProps) {
  const { t, language } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const queries = useQueryClient()
  const isOpen = cycle.state === 'open'
  const [typed, setTyped] = useState(() => timesOf(cycle, timeZone))
  const set = (changes: Partial<TypedTimes>) => setTyped({ ...typed, ...changes })
  const saving = useMutation({
    mutationFn: () => changeCycle(cycle, changeOf(cycle, typed, timeZone)),
    onSuccess: () => {
      dialog.current?.close()
      return queries.invalidateQueries({ queryKey: ['cycles'] })
    },
  })
  // A refusal at a field takes the focus there; one that concerns none is an alert.
  useEffect(() => {
    if (saving.error) dialog.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [saving.error])
  const errors = saving.error instanceof ApiProblem ? errorsOfTimes(saving.error) : {}
  const isAtField = Object.keys(errors).length > 0
  const changed = saving.error && !isAtField ? wordsOf(saving.error, language) : undefined
  return (
    <AskDialog
      dialog={dialog}
      isOpenAtOnce
      heading={t(texts.changeTitle, {
        batch: batchOfCycle(cycle, language),
        day: formatDay(cycle.orderDay ?? cycle.date, language),
      })}
      action={t(texts.save)}
      onDo={() => saving.mutate()}
      isWorking={saving.isPending}
      refusal={changed}
      onClose={onClose}
    >
      <p className="text-soft">{t(isOpen ? texts.changeOpen : texts.changeHint)}</p>
      {!isOpen && (
        <>
          <TextField
            label={t(texts.orderDay)}
            hint={t(texts.orderDayHint)}
            type="date"
            value={typed.orderDay}
            error={errors.orderDay}
            isRequired
            onChange={(orderDay) => setTyped(withOrderDay(typed, orderDay))}
          />
          <TextField
            label={t(texts.opens)}
            type="datetime-local"
            value={typed.opensAt}
            error={errors.opensAt}
            isRequired
            onChange={(opensAt) => set({ opensAt })}
          />
        </>
      )}
      <TextField
        label={t(texts.closes)}
        type="datetime-local"
        value={typed.closesAt}
        error={errors.closesAt}
        isRequired
        onChange={(closesAt) => set({ closesAt })}
      />
      <TextField
        label={t(texts.reason)}
        value={typed.reason}
        error={errors.reason}
        isRequired
        maxLength={300}
        onChange={(reason) => set({ reason })}
      />
    </AskDialog>
  )
}
