import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { ListIdField, type OrderList, RemovedList } from '#shared/drafts'
import { bareId, type CustomerId, idOf } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { Instant } from '#shared/time'
import { draftPatterns } from './access-patterns.ts'

const listKind = itemKind(
  'list',
  1,
  z.object({
    listId: ListIdField,
    name: z.string(),
    /** Lines as bare product id and quantity; their notes by bare product id. */
    l: z.array(z.tuple([z.string(), z.number().int()])),
    ln: z.record(z.string(), z.string()),
    v: z.number().int(),
    at: z.string(),
    /** Of the request that made it, so that the same one again is told from another. */
    asked: z.string().optional(),
  }),
)
const removedKind = itemKind('list-removed', 1, RemovedList)
export type StoredList = OrderList & { asked?: string }

/** All lists of a customer, favourites among them; bounded by how many may be made. */
export async function storedLists(table: Table, customerId: CustomerId): Promise<StoredList[]> {
  const items = await table.queryAll(
    draftPatterns.lists,
    { customerId: bareId(customerId) },
    { isStrong: true },
  )
  return items.map(listOf)
}

export async function storedList(
  table: Table,
  customerId: CustomerId,
  listId: OrderList['listId'],
): Promise<StoredList | undefined> {
  const item = await table.get(listKey(customerId, listId), { isStrong: true })
  return item && listOf(item)
}

export function listWrite(customerId: CustomerId, list: StoredList): Write {
  const notes = list.lines.flatMap((line) =>
    line.note ? [[bareId(line.productId), line.note] as const] : [],
  )
  const stored = {
    listId: list.listId,
    name: list.name,
    l: list.lines.map((line): [string, number] => [bareId(line.productId), line.quantity]),
    ln: Object.fromEntries(notes),
    v: list.version,
    at: list.changedAt,
    asked: list.asked,
  }
  return {
    put: { ...listKind.write(stored), ...listKey(customerId, list.listId) },
    when: list.version === 1 ? { absent: true } : { equals: { v: list.version - 1 } },
    onRefused: changedMeanwhile,
  }
}

/** Takes a list away, and remembers that it was there: its history stays. */
export function listRemovalWrites(
  customerId: CustomerId,
  { listId, name, version }: StoredList,
  removedAt: Instant,
): Write[] {
  const key = keyOf(draftPatterns.removedLists, { customerId: bareId(customerId), removedAt, listId })
  return [
    { delete: listKey(customerId, listId), when: { equals: { v: version } }, onRefused: changedMeanwhile },
    { put: { ...removedKind.write({ listId, name, removedAt }), ...key } },
  ]
}

/** A page of the lists that a customer deleted, the last one first. */
export async function removedLists(table: Table, customerId: CustomerId, limit: number, after?: Item) {
  const page = { limit, after, descending: true }
  const parts = { customerId: bareId(customerId) }
  const { items, last } = await table.query(draftPatterns.removedLists, parts, page)
  return { found: items.map(removedKind.read), last }
}

/** Where a list lies, and its history beside it. */
export function listKey(customerId: CustomerId, listId: OrderList['listId']): Key {
  return keyOf(draftPatterns.lists, { customerId: bareId(customerId), listId })
}

function changedMeanwhile(current: Item | undefined): Problem {
  return new Problem('request.changed_meanwhile', { current: Number(current?.v ?? 0) })
}

function listOf(item: Item): StoredList {
  const { listId, name, l, ln, v, at, asked } = listKind.read(item)
  const lines = l.map(([bare, quantity]) => ({ productId: idOf('product', bare), quantity, note: ln[bare] }))
  return { listId, name, lines, version: v, changedAt: at, asked }
}
