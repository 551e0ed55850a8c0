import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { JobView } from '#shared/imports'
import { waitedForTexts as texts } from '#shared/texts/waited-for'
import { newKey } from '../../api.ts'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { readReminders, remindAll, type WaitedForFilters } from './progress-queries.ts'

const WATCH_MILLISECONDS = 1000

/** Reminds all shops that the filters fit: asks first, shows how far it is, then how many were told and who was not. */
export function RemindAll({ filters, isOffered }: { filters: WaitedForFilters; isOffered: boolean }) {
  const { t } = useSay()
  const dialog = useRef<HTMLDialogElement>(null)
  const { begin, job, isWorking, error } = useReminders(filters, () => dialog.current?.close())
  return (
    <>
      {isOffered && !isWorking && (
        <button type="button" className="quiet" onClick={() => dialog.current?.showModal()}>
          {t(texts.remindAll)}
        </button>
      )}
      <ReminderState job={job} isWorking={isWorking} hasFailed={error !== null} />
      <AskDialog
        dialog={dialog}
        heading={t(texts.remindAll)}
        action={t(texts.remindAll)}
        isWorking={begin.isPending}
        error={begin.error}
        onDo={() => begin.mutate()}
      >
        <p className="facts">{t(texts.remindAllAsk)}</p>
      </AskDialog>
    </>
  )
}

function useReminders(filters: WaitedForFilters, onBegun: () => void) {
  const client = useQueryClient()
  const key = useRef(newKey())
  const begin = useMutation({
    mutationFn: () => remindAll(filters, key.current),
    onSuccess: () => {
      key.current = newKey()
      onBegun()
    },
  })
  const jobId = begin.data?.jobId
  const watched = useQuery({
    queryKey: ['reminders', jobId],
    queryFn: () => readReminders(filters, jobId ?? ''),
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : WATCH_MILLISECONDS),
  })
  const job = watched.data ?? begin.data
  const isDone = isOver(job)
  useEffect(() => {
    if (isDone) void client.invalidateQueries({ queryKey: ['shops-waited-for'] })
  }, [client, isDone])
  const isWorking = begin.isPending || (job !== undefined && !isDone && !watched.error)
  return { begin, job, isWorking, error: watched.error }
}

type ReminderStateProps = { job: JobView | undefined; isWorking: boolean; hasFailed: boolean }

function ReminderState({ job, isWorking, hasFailed }: ReminderStateProps) {
  const { t, language } = useSay()
  const { told = 0, ...reasons } = job?.verdicts ?? {}
  const left = Object.entries(reasons).flatMap(([code, count]) => {
    const text = leftTexts[code]
    return text ? [t(text, { count })] : []
  })
  const join = language === 'zh' ? '，' : ', '
  return (
    <div aria-live="polite" className="facts">
      {isWorking && <p>{t(texts.reminding, { count: job?.done ?? 0 })}</p>}
      {job?.state === 'done' && (
        <p>
          {t(texts.remindDone, { count: told })}
          {left.length > 0 && ` ${t(texts.remindLeft, { reasons: left.join(join) })}`}
        </p>
      )}
      {(hasFailed || job?.state === 'failed') && <p className="notice bad">{t(texts.remindFailed)}</p>}
    </div>
  )
}

const leftTexts: Readonly<Record<string, (typeof texts)[keyof typeof texts]>> = {
  'orders.shop_reminded': texts.leftReminded,
  'orders.shop_has_ordered': texts.leftOrdered,
  'orders.shop_without_people': texts.leftWithoutPeople,
  'orders.shop_held': texts.leftHeld,
  'orders.shop_not_waited_for': texts.leftElsewhere,
}

function isOver(job: JobView | undefined): boolean {
  return job?.state === 'done' || job?.state === 'failed'
}
