import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { CycleDetails } from '#shared/calendar'
import { staffCalendarTexts as texts } from '#shared/texts/staff-calendar'
import { instantOf } from '#shared/time'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { wordsOf } from '../../components/problem-words.ts'
import { formatDay } from '../../formats.ts'
import { batchName } from './batch-name.ts'
import { changeCycle } from './calendar-queries.ts'
import { dayOfField, zonedInstant, zonedText } from './zoned-time.ts'

type ChangeCycleDialogProps = { cycle: CycleDetails; timeZone: string; onClose: () => void }

/** Moves a coming cycle, or lets an open one close later, with the reason that the shops read. */
export function ChangeCycleDialog({ cycle, timeZone, onClose }: ChangeCycleDialogProps) {
  const { t, language } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const queries = useQueryClient()
  const isOpen = cycle.state === 'open'
  const day = cycle.orderDay ?? cycle.date
  const saving = useMutation({
    mutationFn: (data: FormData) => {
      const text = (name: string) => String(data.get(name) ?? '')
      const opens = isOpen ? undefined : zonedInstant(text('opensAt'), timeZone)
      const orderDay = isOpen ? dayOfField(cycle.orderDay ?? '') : dayOfField(text('orderDay'))
      return changeCycle(cycle, {
        opensAt: opens ?? instantOf(Date.parse(cycle.opensAt)),
        closesAt: zonedInstant(text('closesAt'), timeZone) ?? instantOf(Date.parse(cycle.closesAt)),
        ...(orderDay && { orderDay }),
        reason: text('reason'),
      })
    },
    onSuccess: () => {
      dialog.current?.close()
      return queries.invalidateQueries({ queryKey: ['cycles'] })
    },
  })
  return (
    <AskDialog
      dialog={dialog}
      isOpenAtOnce
      heading={t(texts.changeTitle, {
        batch: batchName(cycle.batch, language),
        day: formatDay(day, language),
      })}
      action={t(texts.save)}
      onDo={(data) => saving.mutate(data)}
      isWorking={saving.isPending}
      refusal={saving.error ? wordsOf(saving.error, language) : undefined}
      onClose={onClose}
    >
      <p className="text-soft">{t(isOpen ? texts.changeOpen : texts.changeHint)}</p>
      {!isOpen && (
        <>
          <label className="field">
            <span>{t(texts.orderDay)}</span>
            <input type="date" name="orderDay" defaultValue={cycle.orderDay} />
          </label>
          <label className="field">
            <span>{t(texts.opens)}</span>
            <input
              type="datetime-local"
              name="opensAt"
              required
              defaultValue={zonedText(cycle.opensAt, timeZone)}
            />
          </label>
        </>
      )}
      <label className="field">
        <span>{t(texts.closes)}</span>
        <input
          type="datetime-local"
          name="closesAt"
          required
          defaultValue={zonedText(cycle.closesAt, timeZone)}
        />
      </label>
      <label className="field">
        <span>{t(texts.reason)}</span>
        <input name="reason" required maxLength={300} />
      </label>
    </AskDialog>
  )
}
