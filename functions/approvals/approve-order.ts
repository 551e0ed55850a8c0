import { changeOrder, orderInShort, placeOrder } from '#orders'
import type { Actor } from '#platform/actor'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { ApprovedOrder } from '#shared/approvals'
import type { OrderId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { ApprovalRecord } from './approval-store.ts'
import { decided, endingOf, type NamedApproval, openApproval } from './end-approval.ts'

/** Places the order that a buyer prepared, in the owner's name, in one transaction with the approval; however often it is
 * asked, one order comes of it. Every rule is judged anew: a refusal (`orders.lines_refused`, every failure named)
 * leaves the approval open. Throws `approvals.not_found`, `approvals.ended`, `request.changed_meanwhile`. */
export async function approveOrder(
  world: World,
  actor: Actor,
  named: NamedApproval & { seenTotal?: number },
): Promise<ApprovedOrder> {
  const before = await openApproval(world, named, 'approved')
  if (before.orderId && before.state === 'approved') return shortOf(world, before.orderId)
  try {
    return await placeApproved(world, actor, before, named.seenTotal ?? before.total)
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Problem)) throw error
    // Another phone may have been quicker: then its order is the answer.
    const now = await openApproval(world, named, 'approved')
    if (now.orderId && now.state === 'approved') return shortOf(world, now.orderId)
    throw error instanceof Refused ? new Problem('request.busy') : error
  }
}

async function placeApproved(
  world: World,
  actor: Actor,
  before: ApprovalRecord,
  seenTotal: number,
): Promise<ApprovedOrder> {
  const { customerId, approvalId, askedBy, asked } = before
  const { cycleId, change, message: _, basketVersion, ...wish } = before.wish
  const ending = await endingOf(world, actor, before)
  const after = { ...before, ...decided(world, actor), state: 'approved' as const }
  const along = (orderId: OrderId) => ending({ ...after, orderId }).writes
  const prepared = { by: askedBy, approvalId, along }
  if (change) {
    const asChange = { to: 'placed' as const, ...wish, seenTotal }
    const { orderId, version } = change
    return inShort(
      await changeOrder(world, actor, { orderId, baseVersion: version, change: asChange, prepared }),
    )
  }
  const once = { key: `approval ${approvalId}`, fingerprint: asked }
  const input = { ...wish, customerId, cycleId, basketVersion, seenTotal, prepared }
  return inShort((await placeOrder(world, actor, input, once)).order)
}

function inShort({ orderId, number, total }: ApprovedOrder): ApprovedOrder {
  return { orderId, number, total }
}

async function shortOf(world: World, orderId: OrderId): Promise<ApprovedOrder> {
  const order = await orderInShort(world, orderId)
  if (!order) throw new Problem('orders.order_not_found')
  return { orderId, number: order.number, total: order.total }
}
