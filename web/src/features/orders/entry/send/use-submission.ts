import { useCallback, useEffect, useState } from 'react'
import type { OrderId } from '#shared/ids'
import type { ApiProblem } from '../../../../api.ts'
import {
  keepOutcome,
  keepSubmission,
  keptOutcome,
  keptSubmission,
  type PendingSubmission,
  type Sender,
} from './pending-submission.ts'
import type { Sent } from './send-kept.ts'

export type Submission = {
  step: 'idle' | 'sending' | 'busy' | 'queued' | 'unanswered' | 'done'
  /** Why the server refused, and what was asked then. */
  refused?: { problem: ApiProblem; asked: PendingSubmission }
}

export type Answered = { orderId: OrderId } | { approvalId: string }

/** Sends an order so that it can't happen twice: unanswered, it is kept and sent again just as it was. Without a network
 * it waits on this device and goes by itself once there is one; the server then says whether the window is still open. */
export function useSubmission(sender: Sender, onAnswered: (answered: Answered) => void) {
  const [submission, setSubmission] = useState<Submission>(() => ({ step: stepOf(keptSubmission(sender)) }))
  const settle = useCallback(
    (sent: Sent) => {
      if (sent.kind === 'unanswered') return setSubmission({ step: 'unanswered' })
      if (sent.kind === 'refused') {
        // Said here, beside its rows.
        keepOutcome(sender, undefined)
        return setSubmission({ step: 'idle', refused: sent })
      }
      const answered =
        sent.kind === 'placed' ? sent.order : sent.kind === 'asked' ? sent : sentElsewhere(sender)
      if (!answered) return location.reload()
      setSubmission({ step: 'done' })
      onAnswered(answered)
    },
    [sender, onAnswered],
  )
  const send = useCallback(
    async (isLate: boolean) => {
      setSubmission({ step: 'sending' })
      const onBusy = () => setSubmission({ step: 'busy' })
      const { sendKept } = await import('./send-kept.ts')
      settle(await sendKept(sender, { isLate, onBusy }))
    },
    [sender, settle],
  )
  const submit = useCallback(
    async (prepare: () => Promise<PendingSubmission | undefined>) => {
      setSubmission({ step: 'sending' })
      const asked = await prepare()
      if (!asked) return setSubmission({ step: 'idle' })
      keepOutcome(sender, undefined)
      keepSubmission(sender, navigator.onLine ? asked : { ...asked, isQueued: true })
      if (navigator.onLine) void send(false)
      else setSubmission({ step: 'queued' })
    },
    [sender, send],
  )
  const retry = useCallback(() => void send(true), [send])
  const takeBack = useCallback(() => {
    keepSubmission(sender, undefined)
    setSubmission({ step: 'idle' })
  }, [sender])
  useEffect(() => {
    // There before it is needed: without a network it could not be loaded.
    void import('./send-kept.ts')
  }, [])
  useEffect(() => {
    if (submission.step === 'queued' && navigator.onLine) return retry()
    if (submission.step !== 'unanswered' && submission.step !== 'queued') return
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [submission.step, retry])
  return { submission, submit, retry, takeBack }
}

/** What another tab made of it; undefined when nothing came of it, or somebody else is signed in now. */
function sentElsewhere(sender: Sender): Answered | undefined {
  const outcome = keptSubmission(sender) ? undefined : keptOutcome(sender)
  return outcome?.kind === 'refused' ? undefined : outcome
}

function stepOf(kept: PendingSubmission | undefined): Submission['step'] {
  if (!kept) return 'idle'
  return kept.isQueued ? 'queued' : 'unanswered'
}
