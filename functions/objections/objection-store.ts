import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { queryShards, SHARDS, shardOf } from '#platform/storage/sharded-query'
import type { Write } from '#platform/storage/write'
import { bareId, type CustomerId, type OrderId, partsOfOrderId } from '#shared/ids'
import { Objection } from '#shared/objections'
import { Problem } from '#shared/problems'
import type { UnitPath } from '#shared/unit-path'
import { objectionPatterns } from './access-patterns.ts'
import type { ObjectionState } from './objection-states.ts'

const Card = Objection.pick({ orderId: true, customerId: true, reason: true, raisedAt: true }).extend({
  number: z.string(),
})
const objectionKind = itemKind(
  'objection',
  1,
  // Names lie with the people alone: the record holds ids.
  Objection.extend({
    number: z.string(),
    unitPath: z.string(),
    /** Fingerprint of the request, so that the same key objects once. */
    asked: z.string(),
  }),
)
/** An objection to an order, and what became of it; `raisedBy` and `settledBy` are ids of people. */
export type ObjectionRecord = ReturnType<(typeof objectionKind)['read']>

export async function storedObjection(table: Table, orderId: OrderId): Promise<ObjectionRecord | undefined> {
  return objectionKind.readMaybe(await table.get(objectionKey(orderId), { isStrong: true }))
}

/** Every objection of a customer, the oldest order's first. */
export async function storedObjections(table: Table, customerId: CustomerId): Promise<ObjectionRecord[]> {
  const parts = { customerId: bareId(customerId) }
  return (await table.queryAll(objectionPatterns.objection, parts)).map(objectionKind.read)
}

/** Puts a new objection: the order's first, or in place of one that was settled. */
export function raiseWrite(record: ObjectionRecord, settled: ObjectionRecord | undefined): Write {
  const { state, raisedAt } = settled ?? {}
  return { put: itemOf(record), when: settled ? { equals: { state, raisedAt } } : { absent: true } }
}

/** Puts what became of an objection that waits. */
export function settleWrite(record: ObjectionRecord): Write {
  return {
    put: itemOf(record),
    when: { equals: { state: 'raised' } },
    onRefused: () => new Problem('objections.already_settled'),
  }
}

/** A page of the objections of one state under a subtree, by unit, as the index shows them (it may lag). */
export async function objectionsOfUnits(
  table: Table,
  state: ObjectionState,
  unitPath: UnitPath,
  limit: number,
  after?: Item,
) {
  const parts = SHARDS.map((shard) => ({ state, shard, ...(unitPath && { unitPath: `${unitPath}/` }) }))
  const { items, last } = await queryShards(table, objectionPatterns.objectionsOfUnits, parts, limit, after)
  return { found: items.map((item) => Card.parse(item.card)), last }
}

function objectionKey(orderId: OrderId): Key {
  const parts = partsOfOrderId(orderId)
  if (!parts) throw new Problem('orders.order_not_found')
  const running = String(parts.runningNumber).padStart(8, '0')
  return keyOf(objectionPatterns.objection, { customerId: bareId(parts.customerId), running })
}

function itemOf(record: ObjectionRecord): Item & Key {
  const { orderId, customerId, reason, raisedAt, number, state, unitPath } = record
  const bare = bareId(orderId)
  const customer = bareId(customerId)
  const index = indexKeyOf(objectionPatterns.objectionsOfUnits, {
    state,
    shard: shardOf(customer),
    unitPath: `${unitPath}/`,
    orderId: bare,
  })
  const card = { orderId, customerId, reason, raisedAt, number }
  return { ...objectionKind.write(record), ...index, card, ...objectionKey(orderId) }
}
