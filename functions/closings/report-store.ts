import * as z from 'zod'
import { keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { ClosingLine } from '#shared/closings'
import { bareId, type CustomerId, type CycleId } from '#shared/ids'
import { closingPatterns } from './access-patterns.ts'

const lineKind = itemKind('cl', 1, z.object({ line: ClosingLine }))
const countKind = itemKind(
  'cc',
  1,
  z.object({ confirmed: z.number().optional(), lapsed: z.number().optional() }),
)
/** Puts what is to be told of one customer, or of one of its orders, in place of what was told before. */
export function closingLineWrite(cycleId: CycleId, { what, ...line }: ClosingLine & { what: string }): Write {
  const parts = { cycle: bareId(cycleId), customerId: bareId(line.customerId), what }
  return { put: { ...lineKind.write({ line }), ...keyOf(closingPatterns.closingLines, parts) } }
}

/** Takes back what was to be told of a customer. */
export function closingLineRemoval(cycleId: CycleId, customerId: CustomerId, what: string): Write {
  const parts = { cycle: bareId(cycleId), customerId: bareId(customerId), what }
  return { delete: keyOf(closingPatterns.closingLines, parts) }
}

/** A page of what is to be told of a closing, by customer. */
export async function closingLines(
  table: Table,
  cycleId: CycleId,
  limit: number,
  after?: Item,
): Promise<{ lines: ClosingLine[]; last?: Item }> {
  const page = { limit, after, isStrong: true }
  const { items, last } = await table.query(closingPatterns.closingLines, { cycle: bareId(cycleId) }, page)
  return { lines: items.map((item) => lineKind.read(item).line), last }
}

/** Counts an order that was settled after it had waited for money. */
export function lateCountWrite(cycleId: CycleId, outcome: string): Write {
  return {
    update: keyOf(closingPatterns.closingCounts, { cycle: bareId(cycleId) }),
    change: { set: { k: countKind.kind, s: countKind.schema }, add: { [outcome]: 1 } },
  }
}

/** How many orders of a cycle were settled after they had waited. */
export async function lateCounts(
  table: Table,
  cycleId: CycleId,
): Promise<{ confirmed: number; lapsed: number }> {
  const item = await table.get(keyOf(closingPatterns.closingCounts, { cycle: bareId(cycleId) }))
  const { confirmed = 0, lapsed = 0 } = countKind.readMaybe(item) ?? {}
  return { confirmed, lapsed }
}
