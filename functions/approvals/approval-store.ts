import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { SHARDS, shardOf } from '#platform/storage/sharded-query'
import { InstantField } from '#platform/storage/stored-fields'
import type { Write } from '#platform/storage/write'
import { CustomerIdField } from '#shared/accounts'
import { ApprovalIdField, AskApproval, approvalStateNames } from '#shared/approvals'
import { PersonIdField } from '#shared/identity'
import { type ApprovalId, bareId, type CustomerId, type CycleId } from '#shared/ids'
import { currencies } from '#shared/money'
import { OrderIdField, OrderLine } from '#shared/orders'
import { Problem } from '#shared/problems'
import { Spending } from '#shared/spending'
import type { Instant } from '#shared/time'
import { approvalPatterns } from './access-patterns.ts'

const approvalKind = itemKind(
  'approval',
  1,
  z.object({
    approvalId: ApprovalIdField,
    customerId: CustomerIdField,
    state: z.enum(approvalStateNames),
    /** What the buyer asked for, word for word: this is what is placed. */
    wish: AskApproval,
    /** Its lines at the prices of then. */
    lines: z.array(OrderLine),
    total: z.number().int(),
    currency: z.enum(currencies),
    limit: Spending.shape.limit,
    askedBy: PersonIdField,
    askedAt: z.string(),
    /** Fingerprint of the request, so that the same key asks once. */
    asked: z.string(),
    /** When the window was to close; the cycle decides whether it did. */
    dueAt: InstantField,
    decidedBy: z.string().optional(),
    decidedAt: z.string().optional(),
    reason: z.string().optional(),
    replacedBy: ApprovalIdField.optional(),
    orderId: OrderIdField.optional(),
  }),
)
/** An order that a buyer prepared, and what became of it. Only what became of it ever changes. */
export type ApprovalRecord = ReturnType<(typeof approvalKind)['read']>

const newestKind = itemKind(
  'approval-newest',
  1,
  z.object({ approvalId: ApprovalIdField, isOpen: z.boolean(), version: z.number().int() }),
)
/** The approval of a cycle that counts: every asking and every end conditions it, so that one is open at most. */
export type NewestApproval = ReturnType<(typeof newestKind)['read']>

type Named = Pick<ApprovalRecord, 'customerId' | 'approvalId'>

/** An approval that is due; it is read by whoever takes it up, so that one that cannot be read stops no other. */
export type DueApproval = { key: Key; read(): ApprovalRecord }

/** Where an approval lies, and its history beside it. */
export function approvalKey({ customerId, approvalId }: Named): Key {
  return keyOf(approvalPatterns.approvals, { customerId: bareId(customerId), approval: bareId(approvalId) })
}

export async function storedApproval(
  table: Table,
  customerId: CustomerId,
  approvalId: ApprovalId,
): Promise<ApprovalRecord | undefined> {
  return approvalKind.readMaybe(await table.get(approvalKey({ customerId, approvalId }), { isStrong: true }))
}

/** All approvals of a customer's cycle, the newest first. */
export async function approvalsOfCycle(
  table: Table,
  customerId: CustomerId,
  cycleId: CycleId,
): Promise<ApprovalRecord[]> {
  const parts = { customerId: bareId(customerId), approval: `${bareId(cycleId)}-` }
  const items = await table.queryAll(approvalPatterns.approvals, parts, { isStrong: true })
  return items.map(approvalKind.read).sort((left, right) => (left.askedAt < right.askedAt ? 1 : -1))
}

/** All that was ever asked for a customer's owner to approve. */
export async function approvalsOfCustomer(table: Table, customerId: CustomerId): Promise<ApprovalRecord[]> {
  const parts = { customerId: bareId(customerId) }
  const items = await table.queryAll(approvalPatterns.approvals, parts, { isStrong: true })
  return items.map(approvalKind.read)
}

export async function newestApproval(
  table: Table,
  customerId: CustomerId,
  cycleId: CycleId,
): Promise<NewestApproval | undefined> {
  return newestKind.readMaybe(await table.get(newestKey(customerId, cycleId), { isStrong: true }))
}

/** Puts a new approval, the open one of its cycle. */
export function askWrites(record: ApprovalRecord, before: NewestApproval | undefined): Write[] {
  return [{ put: itemOf(record), when: { absent: true } }, newestWrite(record, true, before)]
}

/** Puts what became of an open approval; refused when it is open no longer. */
export function endWrite(record: ApprovalRecord): Write {
  return {
    put: itemOf(record),
    when: { equals: { state: 'asked' } },
    onRefused: (current) => new Problem('approvals.ended', { state: String(current?.state) }),
  }
}

/** Says whether the approval is the open one of its cycle, unless someone else said otherwise since `before` was read. */
export function newestWrite(
  { customerId, approvalId, wish }: ApprovalRecord,
  isOpen: boolean,
  before: NewestApproval | undefined,
): Write {
  const newest = { approvalId, isOpen, version: (before?.version ?? 0) + 1 }
  return {
    put: { ...newestKind.write(newest), ...newestKey(customerId, wish.cycleId) },
    when: before ? { equals: { version: before.version } } : { absent: true },
  }
}

/** Open approvals that were to be decided by `now`, as the index shows them; their cycle says whether it is so. */
export async function dueApprovals(table: Table, now: Instant, limit: number): Promise<DueApproval[]> {
  const pages = SHARDS.map((shard) =>
    table.query(approvalPatterns.dueApprovals, { shard }, { limit, to: `${now}~` }),
  )
  const found = (await Promise.all(pages)).flatMap(({ items }) => items)
  const keys = found.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))
  const items = await table.getMany(keys, { isStrong: true })
  return items.flatMap((item, at) => {
    const key = keys[at]
    return item && key ? [{ key, read: () => approvalKind.read(item) }] : []
  })
}

/** Puts off the day of an open approval, when its window closes later by now. */
export function postponeWrite(record: ApprovalRecord, dueAt: Instant): Write {
  return { put: itemOf({ ...record, dueAt }), when: { equals: { state: 'asked', dueAt: record.dueAt } } }
}

function newestKey(customerId: CustomerId, cycleId: CycleId): Key {
  return keyOf(approvalPatterns.newestApproval, { customerId: bareId(customerId), cycle: bareId(cycleId) })
}

function itemOf(record: ApprovalRecord): Item & Key {
  const bare = bareId(record.approvalId)
  const shard = shardOf(bare)
  const due = indexKeyOf(approvalPatterns.dueApprovals, { shard, dueAt: record.dueAt, approval: bare })
  const isOpen = record.state === 'asked'
  return { ...approvalKind.write(record), ...(isOpen && { ...due, card: {} }), ...approvalKey(record) }
}
