import type { CustomerId, OrderId } from '#shared/ids'
import type { ChangeOrder, PlaceOrder } from '#shared/orders'
import { keep, readKept } from '../../../kept.ts'

/** An order that was sent and not answered: sent again exactly as it was, it is the same order. */
export type PendingSubmission = {
  /** It never left: there was no network. */
  isQueued?: true
} & (
  | { kind: 'place'; key: string; body: PlaceOrder }
  | { kind: 'change'; orderId: OrderId; version: number; body: ChangeOrder }
)

/** Keeps a submission until it is answered, or forgets it. */
export function keepSubmission(customerId: CustomerId, pending: PendingSubmission | undefined): void {
  keep(`submission.${customerId}`, pending && JSON.stringify(pending))
}

/** The submission of this customer that is still unanswered. */
export function keptSubmission(customerId: CustomerId): PendingSubmission | undefined {
  return parsedSubmission(readKept(`submission.${customerId}`))
}

/** Reads a kept submission; what does not look like one is none. */
export function parsedSubmission(text: string | undefined): PendingSubmission | undefined {
  if (text === undefined) return undefined
  try {
    const pending: PendingSubmission = JSON.parse(text)
    const isWhole =
      pending.kind === 'place' ? typeof pending.key === 'string' : typeof pending.version === 'number'
    return isWhole && Array.isArray(pending.body.lines) ? pending : undefined
  } catch {
    return undefined
  }
}
