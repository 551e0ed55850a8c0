import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { ClosingLine } from '#shared/closings'
import { bareId, type CustomerId, type CycleId } from '#shared/ids'
import { orderPatterns } from './access-patterns.ts'

const lineKind = itemKind('cl', 1, z.object({ line: ClosingLine }))
const countKind = itemKind(
  'cc',
  1,
  z.object({ confirmed: z.number().optional(), lapsed: z.number().optional() }),
)
const noteKind = itemKind(
  'nt',
  1,
  z.object({ at: z.string(), by: z.string().optional(), run: z.string().optional() }),
)

/** Puts what is to be told of one customer, or of one of its orders, in place of what was told before. */
export function closingLineWrite(cycleId: CycleId, { what, ...line }: ClosingLine & { what: string }): Write {
  const parts = { cycle: bareId(cycleId), customerId: bareId(line.customerId), what }
  return { put: { ...lineKind.write({ line }), ...keyOf(orderPatterns.closingLines, parts) } }
}

/** Takes back what was to be told of a customer. */
export function closingLineRemoval(cycleId: CycleId, customerId: CustomerId, what: string): Write {
  const parts = { cycle: bareId(cycleId), customerId: bareId(customerId), what }
  return { delete: keyOf(orderPatterns.closingLines, parts) }
}

/** Where it is noted that a customer was told something about a cycle. */
export function noteKey(customerId: CustomerId, cycleId: CycleId, what: string): Key {
  return keyOf(orderPatterns.note, { customerId: bareId(customerId), cycle: bareId(cycleId), what })
}

/** A page of what is to be told of a closing, by customer. */
export async function closingLines(
  table: Table,
  cycleId: CycleId,
  limit: number,
  after?: Item,
): Promise<{ lines: ClosingLine[]; last?: Item }> {
  const page = { limit, after, isStrong: true }
  const { items, last } = await table.query(orderPatterns.closingLines, { cycle: bareId(cycleId) }, page)
  return { lines: items.map((item) => lineKind.read(item).line), last }
}

/** Counts an order that was settled after it had waited for money. */
export function lateCountWrite(cycleId: CycleId, outcome: string): Write {
  return {
    update: keyOf(orderPatterns.closingCounts, { cycle: bareId(cycleId) }),
    change: { set: { k: countKind.kind, s: countKind.schema }, add: { [outcome]: 1 } },
  }
}

/** How many orders of a cycle were settled after they had waited. */
export async function lateCounts(
  table: Table,
  cycleId: CycleId,
): Promise<{ confirmed: number; lapsed: number }> {
  const item = await table.get(keyOf(orderPatterns.closingCounts, { cycle: bareId(cycleId) }))
  const { confirmed = 0, lapsed = 0 } = countKind.readMaybe(item) ?? {}
  return { confirmed, lapsed }
}

/** What was noted: when it was told, at whose wish, and by which run. */
export type Note = ReturnType<(typeof noteKind)['read']>

/** Notes that a customer was told something about a cycle; refused when it was already. */
export function noteWrite(customerId: CustomerId, cycleId: CycleId, what: string, note: Note): Write {
  return {
    put: { ...noteKind.write(note), ...noteKey(customerId, cycleId, what) },
    when: { absent: true },
  }
}

export function readNote(item: Item | undefined): Note | undefined {
  return noteKind.readMaybe(item)
}
