import { useRef, useState } from 'react'
import type { BatchPlan } from '#shared/calendar'
import { orderPlanTexts as texts } from '#shared/texts/staff-calendar'
import { AskDialog } from '../../components/AskDialog.tsx'
import { NameFields } from '../../components/form/NameFields.tsx'
import { ChoiceField, TextField } from '../../components/form/RecordFields.tsx'
import { useSay } from '../../components/language-context.ts'
import { formatWeekday } from '../../formats.ts'
import { kindTexts } from './batch-kinds.ts'
import { freeCode, isFreeCode, newBatch, usualWindowOf } from './new-batch.ts'

const weekdays = [1, 2, 3, 4, 5]
const kinds = ['weekly', 'oddWeek', 'evenWeek', 'daily', 'none'] as const
const codePattern = '[a-z]{2,10}(-[0-9])?'

type BatchDialogProps = {
  batches: readonly BatchPlan[]
  /** The one to change; a new one without. */
  renamed?: BatchPlan
  onDone: (batch: BatchPlan) => void
  onClose: () => void
}

/** Names a batch in both languages and says on which days it orders; a new one is also given the code that files know it
 * by. */
export function BatchDialog({ batches, renamed, onDone, onClose }: BatchDialogProps) {
  const { t, language } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const [batch, setBatch] = useState(() => renamed ?? newBatch(batches))
  const [isTaken, setTaken] = useState(false)
  const set = (changes: Partial<BatchPlan>) => {
    setTaken(false)
    setBatch({ ...batch, ...changes })
  }
  // A code that was proposed follows the days; one that was typed stays.
  const setDays = (days: Pick<BatchPlan, 'kind' | 'weekday'>) => {
    const isProposed = !renamed && batch.batch === freeCode(batches, batch)
    // A daily batch has no opening of its own.
    const window = batch.kind === 'daily' && days.kind !== 'daily' ? usualWindowOf(batches) : batch.window
    set({ ...days, window, ...(isProposed && { batch: freeCode(batches, days) }) })
  }
  const onDo = () => {
    if (!renamed && !isFreeCode(batches, batch.batch)) return setTaken(true)
    onDone(batch)
    dialog.current?.close()
  }
  const isWeekly = batch.kind !== 'daily' && batch.kind !== 'none'
  return (
    <AskDialog
      dialog={dialog}
      isOpenAtOnce
      heading={renamed ? t(texts.renameTitle, { batch: renamed.name[language] }) : t(texts.addBatch)}
      action={t(texts.takeOver)}
      isWorking={false}
      onDo={onDo}
      onClose={onClose}
    >
      <NameFields
        texts={{ nameZh: texts.nameZh, nameEn: texts.nameEn }}
        name={batch.name}
        errorOf={() => undefined}
        onChange={(name) => set({ name })}
      />
      <ChoiceField
        label={t(texts.kind)}
        value={batch.kind}
        options={kinds.map((kind) => ({ value: kind, name: t(kindTexts[kind]) }))}
        onChange={(value) => {
          const kind = kinds.find((known) => known === value) ?? 'weekly'
          setDays({
            kind,
            weekday: kind === 'daily' || kind === 'none' ? undefined : (batch.weekday ?? 1),
          })
        }}
      />
      {isWeekly && (
        <ChoiceField
          label={t(texts.weekday)}
          value={String(batch.weekday)}
          options={weekdays.map((day) => ({ value: String(day), name: formatWeekday(day, language) }))}
          onChange={(weekday) => setDays({ kind: batch.kind, weekday: Number(weekday) })}
        />
      )}
      {!renamed && (
        <TextField
          label={t(texts.code)}
          hint={t(texts.codeHint)}
          value={batch.batch}
          isRequired
          pattern={codePattern}
          error={isTaken ? t(texts.codeTaken) : undefined}
          onChange={(code) => set({ batch: code })}
        />
      )}
      {renamed && <p className="facts">{t(texts.daysHint)}</p>}
    </AskDialog>
  )
}
