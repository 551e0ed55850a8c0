import { type Actor, markOf } from '#platform/actor'
import { recordChange } from '#platform/audit/record-change'
import { tryAgain } from '#platform/storage/try-again'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { ApprovalId, CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { mayFollow } from './approval-states.ts'
import {
  type ApprovalRecord,
  approvalKey,
  endWrite,
  newestApproval,
  newestWrite,
  storedApproval,
} from './approval-store.ts'
import { aboutOf } from './ask-approval.ts'

export type NamedApproval = { customerId: CustomerId; approvalId: ApprovalId }
type End = { state: 'refused' | 'withdrawn' | 'lapsed'; reason?: string }

/** Ends an open approval without an order; ending it the same way again changes nothing. Throws `approvals.not_found`,
 * `approvals.ended`. */
export function endApproval(
  world: World,
  actor: Actor,
  named: NamedApproval,
  end: End,
): Promise<ApprovalRecord> {
  return tryAgain(async () => {
    const before = await openApproval(world, named, end.state)
    if (before.state === end.state) return before
    const after: ApprovalRecord = { ...before, ...end, ...decided(world, actor) }
    const { writes, event } = (await endingOf(world, actor, before))(after)
    await world.table.commit(writes, event)
    return after
  })
}

/** An approval that may still become `to`, or has become it already; throws `approvals.not_found`, `approvals.ended`. */
export async function openApproval(
  world: World,
  { customerId, approvalId }: NamedApproval,
  to: ApprovalRecord['state'],
): Promise<ApprovalRecord> {
  const found = await storedApproval(world.table, customerId, approvalId)
  if (!found) throw new Problem('approvals.not_found')
  if (found.state !== to && !mayFollow(found.state, to))
    throw new Problem('approvals.ended', { state: found.state })
  return found
}

/** Who decided, and when. */
export function decided(world: World, actor: Actor) {
  return { decidedBy: markOf(actor).id, decidedAt: world.clock.now() }
}

/** Looks how an open approval stands, and hands back what ends it: its writes, the event last. */
export async function endingOf(world: World, actor: Actor, before: ApprovalRecord) {
  const { customerId, approvalId, wish, state, total } = before
  const newest = await newestApproval(world.table, customerId, wish.cycleId)
  return (after: ApprovalRecord): { writes: Write[]; event: Write } => {
    const { reason, orderId } = after
    const event = recordChange(world, actor, {
      type: `approval.${after.state}`,
      subject: approvalKey(before),
      about: aboutOf(before),
      change: {
        state: { from: state, to: after.state },
        total,
        reason,
        orderId,
        version: { from: 1, to: 2 },
      },
    })
    const closing = newest?.approvalId === approvalId ? [newestWrite(after, false, newest)] : []
    return { writes: [endWrite(after), ...closing, event], event }
  }
}
