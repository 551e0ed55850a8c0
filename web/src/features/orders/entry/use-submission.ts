import { useCallback, useEffect, useState } from 'react'
import type { CustomerId } from '#shared/ids'
import type { Order } from '#shared/orders'
import { ApiProblem } from '../../../api.ts'
import { changeOrder, placeOrder } from '../order-queries.ts'
import { keepSubmission, keptSubmission, type PendingSubmission } from './pending-submission.ts'

const MOST_TRIES = 6
const FIRST_PAUSE_MILLISECONDS = 400

export type Submission = {
  step: 'idle' | 'sending' | 'busy' | 'queued' | 'unanswered' | 'done'
  /** Why the server refused, and what was asked then. */
  refused?: { problem: ApiProblem; asked: PendingSubmission }
}

/** Sends an order so that it can't happen twice: unanswered, it is kept and sent again just as it was. Without a network
 * it waits on this device and goes by itself once there is one; the server then says whether the window is still open. */
export function useSubmission(customerId: CustomerId, onPlaced: (order: Order) => void) {
  const [submission, setSubmission] = useState<Submission>(() => ({
    step: stepOf(keptSubmission(customerId)),
  }))
  const submit = useCallback(
    async (asked: PendingSubmission) => {
      if (!navigator.onLine) {
        keepSubmission(customerId, { ...asked, isQueued: true })
        return setSubmission({ step: 'queued' })
      }
      const { isQueued: _, ...sent } = asked
      keepSubmission(customerId, sent)
      setSubmission({ step: 'sending' })
      const outcome = await sendUntilAnswered(asked, () => setSubmission({ step: 'busy' }))
      if (outcome === undefined) return setSubmission({ step: 'unanswered' })
      keepSubmission(customerId, undefined)
      if (outcome instanceof ApiProblem)
        return setSubmission({ step: 'idle', refused: { problem: outcome, asked } })
      setSubmission({ step: 'done' })
      onPlaced(outcome)
    },
    [customerId, onPlaced],
  )
  const retry = useCallback(() => {
    const pending = keptSubmission(customerId)
    if (pending) void submit(pending)
    else setSubmission({ step: 'idle' })
  }, [customerId, submit])
  const takeBack = useCallback(() => {
    keepSubmission(customerId, undefined)
    setSubmission({ step: 'idle' })
  }, [customerId])
  useEffect(() => {
    if (submission.step === 'queued' && navigator.onLine) return retry()
    if (submission.step !== 'unanswered' && submission.step !== 'queued') return
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [submission.step, retry])
  return { submission, submit, retry, takeBack }
}

function stepOf(kept: PendingSubmission | undefined): Submission['step'] {
  if (!kept) return 'idle'
  return kept.isQueued ? 'queued' : 'unanswered'
}

/** The order, the server's refusal, or undefined when no answer of either kind came. */
async function sendUntilAnswered(
  asked: PendingSubmission,
  onBusy: () => void,
): Promise<Order | ApiProblem | undefined> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    try {
      return await sendOnce(asked)
    } catch (error) {
      if (!(error instanceof ApiProblem)) return undefined
      if (error.code !== 'request.busy') return error.status >= 500 ? undefined : error
    }
    onBusy()
    await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MILLISECONDS * 2 ** (tries - 1)))
  }
  return undefined
}

function sendOnce(asked: PendingSubmission): Promise<Order> {
  if (asked.kind === 'place') return placeOrder(asked.body, asked.key)
  return changeOrder(asked.orderId, asked.version, asked.body)
}
