import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CycleDetails } from '#shared/calendar'
import { staffCalendarTexts as texts } from '#shared/texts/staff-calendar'
import { typedMomentTexts } from '#shared/texts/typed-moments'
import { ApiProblem } from '../../api.ts'
import { AskDialog } from '../../components/AskDialog.tsx'
import { MomentField } from '../../components/form/MomentField.tsx'
import { TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { formatDay } from '../../formats.ts'
import { batchOfCycle } from './batch-name.ts'
import { changeCycle } from './calendar-queries.ts'
import { PutOff } from './PutOff.tsx'
import {
  changeOf,
  errorsOfTimes,
  type TypedTimes,
  timesOf,
  unreadTimes,
  withOrderDay,
} from './typed-times.ts'
import { zonedInstant } from './zoned-time.ts'

type ChangeCycleDialogProps = {
  cycle: CycleDetails
  timeZone: string
  onChanged: (cycle: CycleDetails) => void
  onClose: () => void
}

/** Moves a coming cycle, or lets an open one close later, with the reason that the shops read. */
export function ChangeCycleDialog({ cycle, timeZone, onChanged, onClose }: ChangeCycleDialogProps) {
  const { t, language } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const queries = useQueryClient()
  const isOpen = cycle.state === 'open'
  const [typed, setTyped] = useState(() => timesOf(cycle, timeZone))
  const [unread, setUnread] = useState<ReturnType<typeof unreadTimes>>([])
  const set = (changes: Partial<TypedTimes>) => setTyped({ ...typed, ...changes })
  const saving = useMutation({
    mutationFn: () => changeCycle(cycle, changeOf(cycle, typed, timeZone)),
    onSuccess: (changed) => {
      dialog.current?.close()
      onChanged(changed)
      return queries.invalidateQueries({ queryKey: ['cycles'] })
    },
  })
  // A refusal at a field takes the focus there; one that concerns none is an alert.
  useEffect(() => {
    if (saving.error) dialog.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [saving.error])
  const refused = saving.error instanceof ApiProblem ? errorsOfTimes(saving.error) : {}
  const isAtField = Object.keys(refused).length > 0
  const errors = {
    ...refused,
    ...Object.fromEntries(unread.map((field) => [field, t(typedMomentTexts.unread)])),
  }
  const changed = saving.error && !isAtField ? wordsOf(saving.error, language) : undefined
  const onSave = () => {
    const found = unreadTimes(typed, timeZone)
    setUnread(found)
    if (found.length === 0) saving.mutate()
  }
  return (
    <AskDialog
      dialog={dialog}
      isOpenAtOnce
      heading={t(texts.changeTitle, {
        batch: batchOfCycle(cycle, language),
        day: formatDay(cycle.orderDay ?? cycle.date, language),
      })}
      action={t(texts.save)}
      onDo={onSave}
      isWorking={saving.isPending}
      refusal={changed}
      onClose={onClose}
    >
      <p className="text-soft">{t(isOpen ? texts.changeOpen : texts.changeHint)}</p>
      {!isOpen && (
        <>
          <MomentField
            label={t(texts.orderDay)}
            hint={t(texts.orderDayHint)}
            value={typed.orderDay}
            error={errors.orderDay}
            isRequired
            onChange={(orderDay) => setTyped(withOrderDay(typed, orderDay))}
          />
          <MomentField
            label={t(texts.opens)}
            type="datetime-local"
            value={typed.opensAt}
            error={errors.opensAt}
            isRequired
            onChange={(opensAt) => set({ opensAt })}
          />
        </>
      )}
      <MomentField
        label={t(texts.closes)}
        type="datetime-local"
        value={typed.closesAt}
        error={errors.closesAt}
        isRequired
        onChange={(closesAt) => set({ closesAt })}
      />
      {isOpen && (
        <PutOff cycle={cycle} closesAt={zonedInstant(typed.closesAt, timeZone)} timeZone={timeZone} />
      )}
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
