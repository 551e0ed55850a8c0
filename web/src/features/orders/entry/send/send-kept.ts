import type { AskApproval } from '#shared/approvals'
import type { CustomerId } from '#shared/ids'
import type { Order } from '#shared/orders'
import { ApiProblem } from '../../../../api.ts'
import { askApproval } from '../../../approvals/approval-queries.ts'
import { readSession } from '../../../identity/session-queries.ts'
import { changeOrder, placeOrder } from '../../order-queries.ts'
import { keepDraft } from '../draft/draft-on-device.ts'
import {
  keepOutcome,
  keepSubmission,
  keptSubmission,
  type PendingSubmission,
  type Sender,
  type WaitedOutcome,
} from './pending-submission.ts'

const MOST_TRIES = 6
const FIRST_PAUSE_MILLISECONDS = 400

type Answer =
  | { kind: 'placed'; order: Order }
  | { kind: 'asked'; approvalId: string }
  | { kind: 'refused'; problem: ApiProblem; asked: PendingSubmission }

/** What came of sending. `waits`: somebody else, or another shop, is signed in now; `gone`: another tab has sent it. */
export type Sent = Answer | { kind: 'unanswered' | 'waits' | 'gone' }

type Sending = {
  /** It was kept for a while: the session may be another one by now, and another tab may be sending it. */
  isLate: boolean
  onBusy?: () => void
}

/** Sends what is kept of this sender, one tab at a time, and forgets it once it is answered. */
export function sendKept(sender: Sender, sending: Sending): Promise<Sent> {
  return oneTabAtATime(async () => {
    const asked = keptSubmission(sender)
    if (!asked) return { kind: 'gone' }
    if (sending.isLate) {
      const standing = await standingOf(sender)
      if (standing !== 'same') return { kind: standing }
    }
    const { isQueued: _, ...sent } = asked
    keepSubmission(sender, sent)
    const answer = await sendUntilAnswered(sender.customerId, asked, sending.onBusy)
    if (!answer) return { kind: 'unanswered' }
    if (sending.isLate) keepOutcome(sender, outcomeOf(answer))
    if (answer.kind === 'placed') keepDraft(sender.customerId, undefined)
    keepSubmission(sender, undefined)
    return answer
  })
}

async function standingOf({ customerId, personId }: Sender): Promise<'same' | 'waits' | 'unanswered'> {
  try {
    const session = await readSession()
    const isSame = session.kind === 'staff' || session.actingFor === customerId
    return isSame && session.personId === personId ? 'same' : 'waits'
  } catch (error) {
    return error instanceof ApiProblem && error.status === 401 ? 'waits' : 'unanswered'
  }
}

function outcomeOf(answer: Answer): WaitedOutcome {
  if (answer.kind === 'placed') {
    const { orderId, number } = answer.order
    return { kind: 'placed', orderId, number }
  }
  if (answer.kind === 'asked') return answer
  const { problem, asked } = answer
  const changing = wishOf(asked).change?.orderId
  const ofLines = problem.entries.filter(({ path }) => path.startsWith('lines.'))
  const whole = problem.entries.filter((entry) => !ofLines.includes(entry))
  const sentences = whole.map(({ message, code }) => message ?? code)
  const isTold = problem.entries.length > 0
  const said = isTold ? sentences : [problem.message]
  return { kind: 'refused', sentences: said, wrongLines: ofLines.length, changing }
}

/** The answer, or undefined when none came. */
async function sendUntilAnswered(
  customerId: CustomerId,
  asked: PendingSubmission,
  onBusy: (() => void) | undefined,
): Promise<Answer | undefined> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    try {
      return await sendOnce(customerId, asked)
    } catch (error) {
      if (!(error instanceof ApiProblem)) return undefined
      if (error.code !== 'request.busy')
        return error.status >= 500 ? undefined : { kind: 'refused', problem: error, asked }
    }
    onBusy?.()
    await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MILLISECONDS * 2 ** (tries - 1)))
  }
  return undefined
}

async function sendOnce(customerId: CustomerId, asked: PendingSubmission): Promise<Answer> {
  const toOwner = async (): Promise<Answer> => {
    const { approvalId } = await askApproval(customerId, wishOf(asked), asked.key)
    return { kind: 'asked', approvalId }
  }
  if (asked.kind === 'ask') return toOwner()
  try {
    return { kind: 'placed', order: await orderOf(asked) }
  } catch (error) {
    // Without a network the page did not know that the owner decides: what was submitted goes to the owner.
    if (!asked.isQueued || !isForOwner(error)) throw error
    return await toOwner().catch((refusal: unknown) => {
      throw refusal instanceof ApiProblem && refusal.code === 'approvals.not_offered' ? error : refusal
    })
  }
}

function orderOf(asked: Exclude<PendingSubmission, { kind: 'ask' }>): Promise<Order> {
  if (asked.kind === 'place') return placeOrder(asked.body, asked.key)
  return changeOrder(asked.orderId, asked.version, asked.body)
}

function wishOf(asked: PendingSubmission): AskApproval {
  if (asked.kind !== 'change') return asked.body
  const { body, cycleId, orderId, version } = asked
  return { ...body, cycleId, change: { orderId, version } }
}

const forOwner = new Set(['orders.approval_needed', 'orders.over_spending'])

function isForOwner(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false
  const codes = error.entries.length > 0 ? error.entries.map(({ code }) => code) : [error.code]
  return codes.every((code) => forOwner.has(code))
}

let isSending = false

// Locks exist on https and localhost alone; elsewhere the key keeps two tabs from placing twice.
async function oneTabAtATime(send: () => Promise<Sent>): Promise<Sent> {
  if ('locks' in navigator) return navigator.locks.request('dianlian.submission', send)
  if (isSending) return { kind: 'unanswered' }
  isSending = true
  try {
    return await send()
  } finally {
    isSending = false
  }
}
