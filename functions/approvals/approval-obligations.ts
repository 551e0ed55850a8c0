import { type Account, storedAccount } from '#accounts'
import { currentCycle } from '#calendar'
import { hasItsOrder } from '#orders'
import type { World } from '#platform/world'
import { bareId } from '#shared/ids'
import { mayOrderAs, type Obligation, type Obliged } from '#shared/obligations'
import { type ApprovalRecord, newestApproval, storedApproval } from './approval-store.ts'

/** What a shop has to do about approvals: the owner decides what waits, the buyer who asked mends what was
 * refused. */
export async function obligationsOfApprovals(world: World, obliged: Obliged): Promise<Obligation[]> {
  const { customerId, role, personId } = obliged
  if (role === undefined || !mayOrderAs(obliged)) return []
  const account = await storedAccount(world.table, customerId)
  const cycle = account && (await currentCycle(world, account.batch))
  const newest = cycle && (await newestApproval(world.table, customerId, cycle.cycleId))
  const approval = newest && (await storedApproval(world.table, customerId, newest.approvalId))
  if (!cycle?.isOpen || !approval) return []
  const due = dueOf(approval, cycle.closesAt)
  if (approval.state === 'asked' && role === 'owner') {
    const isStopped = await standsAgainst(world, account, approval)
    return [{ ...due, kind: 'approval', facts: { ...due.facts, isStopped } }]
  }
  const isMine = approval.state === 'refused' && approval.askedBy === personId
  return isMine ? [{ ...due, kind: 'approval-refused' }] : []
}

/** True when a yes would be refused whatever the lines: the shop is on hold, or has its one order already. */
async function standsAgainst(world: World, account: Account, { customerId, wish }: ApprovalRecord) {
  if (account.holdReason !== undefined) return true
  return wish.change === undefined && (await hasItsOrder(world, customerId, wish.cycleId))
}

function dueOf(approval: ApprovalRecord, dueAt: string): Omit<Obligation, 'kind'> {
  const { approvalId, customerId, total, currency, lines, wish, reason = '' } = approval
  const facts = { customerId, approvalId, total, currency, lines: lines.length, message: wish.message ?? '' }
  return { id: bareId(approvalId), dueAt, facts: { ...facts, reason }, to: `approvals/${approvalId}/` }
}
