import type { DraftLine } from '#shared/drafts'
import { type ApprovalId, type CustomerId, isId, type OrderId } from '#shared/ids'
import type { OrderedProducts } from '#shared/orders'
import { readApproval } from '../../../approvals/approval-queries.ts'
import { keptCancelledLines } from '../../cancelled-lines.ts'
import { readOrder } from '../../order-queries.ts'

/** Lines to fill in. What was asked for `raises` rows that ask for less; what was ordered before leaves them alone. */
export type ToRepeat = {
  lines: readonly DraftLine[]
  number?: string
  raises?: boolean
  /** What its products are called; some may be on offer no longer. */
  products?: OrderedProducts
}

/** The lines of an order to repeat; or of what a buyer asked for, when another order stands in its way. */
export async function toRepeat(customerId: CustomerId, againId: OrderId | ApprovalId): Promise<ToRepeat> {
  if (isId('approval', againId)) {
    const { lines, products } = await readApproval({ customerId, approvalId: againId })
    return { lines, products, raises: true }
  }
  const { lines, number, products } = await readOrder(againId)
  return { lines: lines.length > 0 ? lines : keptCancelledLines(againId), number, products }
}
