import { previewOrder, showSpending } from '#orders'
import type { Member } from '#platform/actor'
import { recordChange } from '#platform/audit/record-change'
import { derivedCharacters } from '#platform/new-id'
import type { Once } from '#platform/once'
import { tryAgain } from '#platform/storage/try-again'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { AskApproval } from '#shared/approvals'
import { type ApprovalId, bareId, type CustomerId, idOf } from '#shared/ids'
import { Problem } from '#shared/problems'
import {
  type ApprovalRecord,
  approvalKey,
  askWrites,
  endWrite,
  newestApproval,
  storedApproval,
} from './approval-store.ts'

type Asked = { customerId: CustomerId; wish: AskApproval }

/** Asks the owners for their yes to an order as it stands; the same key again answers the approval there is. A newer one
 * takes the place of the open one of its cycle. Throws `orders.lines_refused`, `approvals.not_offered`,
 * `request.key_reused`. */
export async function askApproval(
  world: World,
  member: Member,
  asked: Asked,
  once: Once,
): Promise<ApprovalRecord> {
  const { customerId } = asked
  const approvalId = approvalIdOf(asked, once)
  const known = await storedApproval(world.table, customerId, approvalId)
  if (known) return sameApproval(known, once)
  const record = await recordOf(world, member, asked, { approvalId, once })
  const ask = async (tries: number) => {
    const mine = tries > 1 ? await storedApproval(world.table, customerId, approvalId) : undefined
    return mine ? sameApproval(mine, once) : askOnce(world, member, record)
  }
  return tryAgain(ask, { races: ['approvals.ended'], endsBusy: true })
}

async function askOnce(world: World, member: Member, record: ApprovalRecord): Promise<ApprovalRecord> {
  const { customerId, wish } = record
  const before = await newestApproval(world.table, customerId, wish.cycleId)
  const replaced = before?.isOpen
    ? await storedApproval(world.table, customerId, before.approvalId)
    : undefined
  const event = recordChange(world, member, {
    type: 'approval.asked',
    subject: approvalKey(record),
    about: aboutOf(record),
    change: {
      state: { from: null, to: 'asked' },
      total: record.total,
      replaces: replaced?.approvalId,
      version: { from: 0, to: 1 },
    },
  })
  const ending = replaced ? replacedWrites(world, member, replaced, record) : []
  await world.table.commit([...askWrites(record, before), ...ending, event], event)
  return record
}

/** The ids that every event of an approval is about. */
export function aboutOf({ customerId, approvalId, askedBy, wish }: ApprovalRecord): Record<string, string> {
  return { customerId, approvalId, askedBy, cycleId: wish.cycleId }
}

function approvalIdOf({ customerId, wish }: Asked, { key }: Once): ApprovalId {
  return idOf('approval', `${bareId(wish.cycleId)}-${derivedCharacters('approval', customerId, key)}`)
}

function sameApproval(known: ApprovalRecord, once: Once): ApprovalRecord {
  if (known.asked !== once.fingerprint) throw new Problem('request.key_reused')
  return known
}

async function recordOf(
  world: World,
  member: Member,
  { customerId, wish }: Asked,
  { approvalId, once }: { approvalId: ApprovalId; once: Once },
): Promise<ApprovalRecord> {
  const { cycleId, change, ...body } = wish
  const [preview, spending] = await Promise.all([
    previewOrder(world, { customerId, cycleId, body, change }),
    showSpending(world, member, customerId),
  ])
  const { entries, lines, total, currency, closesAt } = preview
  if (spending.approval === 'never') throw new Problem('approvals.not_offered')
  if (entries.length > 0) throw new Problem('orders.lines_refused', { count: entries.length }, entries)
  return {
    ...{ approvalId, customerId, state: 'asked', wish, lines, total, currency, limit: spending.limit },
    ...{ askedBy: member.personId, askedAt: world.clock.now(), asked: once.fingerprint, dueAt: closesAt },
  }
}

function replacedWrites(
  world: World,
  member: Member,
  before: ApprovalRecord,
  { approvalId }: ApprovalRecord,
): Write[] {
  const event = recordChange(world, member, {
    type: 'approval.withdrawn',
    subject: approvalKey(before),
    about: aboutOf(before),
    change: {
      state: { from: before.state, to: 'withdrawn' },
      replacedBy: approvalId,
      version: { from: 1, to: 2 },
    },
  })
  const ended = { decidedBy: member.personId, decidedAt: world.clock.now(), replacedBy: approvalId }
  return [endWrite({ ...before, ...ended, state: 'withdrawn' }), event]
}
