import type { AskApproval } from '#shared/approvals'
import type { CustomerId, CycleId, OrderId, PersonId } from '#shared/ids'
import type { ChangeOrder, PlaceOrder } from '#shared/orders'
import { keep, readKept } from '../../../../kept.ts'

/** Whose order it is, and who sends it: neither another shop's session nor another person's sends it on. */
export type Sender = { customerId: CustomerId; personId: PersonId | undefined }

/** An order that was sent and not answered: sent again exactly as it was, it is the same order. */
export type PendingSubmission = {
  /** It never left: there was no network. */
  isQueued?: true
  key: string
} & (
  | { kind: 'place'; body: PlaceOrder }
  | { kind: 'change'; orderId: OrderId; version: number; cycleId: CycleId; body: ChangeOrder }
  | { kind: 'ask'; body: AskApproval }
)

/** What became of an order that waited, until its sender has seen it. */
export type WaitedOutcome =
  | { kind: 'placed'; orderId: OrderId; number: string }
  | { kind: 'asked'; approvalId: string }
  | { kind: 'refused'; sentences: readonly string[]; wrongLines: number; changing?: OrderId }

/** Keeps a submission until it is answered, or forgets it. */
export function keepSubmission(sender: Sender, pending: PendingSubmission | undefined): void {
  keep(nameOf('submission', sender), pending && JSON.stringify(pending))
}

/** The submission of this sender that is still unanswered. */
export function keptSubmission(sender: Sender): PendingSubmission | undefined {
  return parsedSubmission(readKept(nameOf('submission', sender)))
}

/** Reads a kept submission; what does not look like one is none. */
export function parsedSubmission(text: string | undefined): PendingSubmission | undefined {
  if (text === undefined) return undefined
  try {
    const pending: PendingSubmission = JSON.parse(text)
    return typeof pending.key === 'string' && Array.isArray(pending.body.lines) ? pending : undefined
  } catch {
    return undefined
  }
}

/** Keeps what became of an order that waited, or forgets it. */
export function keepOutcome(sender: Sender, outcome: WaitedOutcome | undefined): void {
  keep(nameOf('waited', sender), outcome && JSON.stringify(outcome))
}

export function keptOutcome(sender: Sender): WaitedOutcome | undefined {
  const text = readKept(nameOf('waited', sender))
  if (text === undefined) return undefined
  try {
    const outcome: WaitedOutcome = JSON.parse(text)
    return outcome
  } catch {
    return undefined
  }
}

function nameOf(what: 'submission' | 'waited', { personId, customerId }: Sender): string {
  return `${what}.${personId}.${customerId}`
}
