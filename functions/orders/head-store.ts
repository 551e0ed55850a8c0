import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { queryShards, SHARDS, shardOf } from '#platform/storage/sharded-query'
import { InstantField } from '#platform/storage/stored-fields'
import type { Write } from '#platform/storage/write'
import { bareId, type CustomerId, idOf } from '#shared/ids'
import { currencies } from '#shared/money'
import { orderStateNames } from '#shared/orders'
import type { BusinessDate, Instant } from '#shared/time'
import type { UnitPath } from '#shared/unit-path'
import { orderPatterns } from './access-patterns.ts'

/** The head of an order, short because hot: r running number, st state, v version, t total, n lines, cy cycle,
 * at placed, ch changed, num spoken number, cur currency, ob placed on behalf, co corrected by staff, sd placed from the standing draft, fu
 * until when it waits for money, f key part of version 1, src the document it came from, own the customer's own number, sp what of it
 * each buyer is answerable for. */
export const Head = z.object({
  r: z.number().int(),
  st: z.enum(orderStateNames),
  v: z.number().int(),
  t: z.number().int(),
  n: z.number().int(),
  cy: z.templateLiteral(['cyc_', z.string()]),
  at: InstantField,
  ch: InstantField,
  num: z.string(),
  cur: z.enum(currencies),
  ob: z.boolean().optional(),
  co: z.boolean().optional(),
  sd: z.boolean().optional(),
  fu: InstantField.optional(),
  f: z.string(),
  src: z.string().optional(),
  own: z.string().optional(),
  sp: z.record(z.string(), z.number().int()).optional(),
})
export type Head = z.infer<typeof Head>

const headKind = itemKind('oh', 1, Head)

export function headKey(customerId: CustomerId, running: number): Key {
  return keyOf(orderPatterns.heads, {
    customerId: bareId(customerId),
    running: String(running).padStart(8, '0'),
  })
}

export function readHead(item: Item | undefined): Head | undefined {
  return headKind.readMaybe(item)
}

/** Removes a head that no version has followed. */
export function headRemoval(customerId: CustomerId, running: number): Write {
  return { delete: headKey(customerId, running), when: { equals: { v: 1 } } }
}

/** A page of a customer's orders, newest first, from the base table, so that it never lags. */
export async function ordersOfCustomer(
  table: Table,
  customerId: CustomerId,
  limit: number,
  after?: Item,
  { isStrong }: { isStrong?: boolean } = {},
): Promise<{ heads: Head[]; last?: Item }> {
  const parts = { customerId: bareId(customerId) }
  const page = { limit, after, descending: true, isStrong }
  const { items, last } = await table.query(orderPatterns.heads, parts, page)
  return { heads: items.map(headKind.read), last }
}

const HEADS_AT_ONCE = 100
const HEADS_LOOKED_BACK = 16

/** A customer's orders since an instant, as they truly are now. Orders of an earlier time that came by file have late
 * numbers, so they end nothing. */
export async function ordersSince(
  table: Table,
  customerId: CustomerId,
  since: Instant,
  atOnce = HEADS_AT_ONCE,
): Promise<Head[]> {
  const parts = { customerId: bareId(customerId) }
  const found: Head[] = []
  for (let after: Item | undefined; ; ) {
    const page = { limit: atOnce, after, descending: true, isStrong: true }
    const { items, last } = await table.query(orderPatterns.heads, parts, page)
    const heads = items.map(headKind.read)
    found.push(...heads.filter(({ at }) => at >= since))
    if (!last || heads.some((head) => isOurs(head) && head.at < since)) return found
    after = last
  }
}

/** The orders that make up what an account has reserved, the oldest first: placed ones, and those that wait for money. What
 * was placed after the account was read is left out: its account is another by then. */
export async function ordersHoldingMoney(
  table: Table,
  { customerId, reserved, running }: { customerId: CustomerId; reserved: number; running: number },
): Promise<Head[]> {
  const found: Head[] = []
  let [left, after]: [number, Item | undefined] = [reserved, undefined]
  while (left > 0) {
    const page = await ordersOfCustomer(table, customerId, HEADS_AT_ONCE, after, { isStrong: true })
    const open = page.heads.filter(
      ({ r, st }) => r <= running && (st === 'placed' || st === 'awaiting-funds'),
    )
    found.push(...open)
    left -= open.reduce((sum, { t }) => sum + t, 0)
    if (!page.last) break
    after = page.last
  }
  return found.toReversed()
}

/** When the newest order that was placed here was last changed. */
export async function lastOrderChange(table: Table, customerId: CustomerId): Promise<Instant | undefined> {
  for (let after: Item | undefined; ; ) {
    const page = await ordersOfCustomer(table, customerId, HEADS_AT_ONCE, after, { isStrong: true })
    const changes = page.heads.filter(isOurs).map(({ ch }) => ch)
    if (!page.last || changes.length > 0) return changes.sort().at(-1)
    after = page.last
  }
}

/** Of a customer's newest heads, the one that was placed last: what came by file has a late number. */
export function placedLast(heads: readonly Head[]): Head | undefined {
  const counted = heads.filter(({ st }) => st === 'placed' || st === 'confirmed')
  return counted.toSorted((one, other) => (one.at < other.at ? 1 : -1))[0]
}

/** When a customer placed last, by its newest head; only where that came by file it is looked for among the ones before. */
export async function lastPlacedAt(
  table: Table,
  customerId: CustomerId,
  newest: Head | undefined,
): Promise<Instant | undefined> {
  if (!newest || isOurs(newest)) return newest?.at
  return placedLast((await ordersOfCustomer(table, customerId, HEADS_LOOKED_BACK)).heads)?.at
}

/** False for orders of an earlier time that came by file: they are whole from their first version on. */
export function isOurs({ v, st }: Head): boolean {
  return v > 1 || st === 'placed'
}

/** Where an order stands in the lists of the company's staff: its week (by its Monday) and its unit. */
export type ListPlace = { week: BusinessDate; unitPath: UnitPath }

/** Puts a head: a new one, or in place of the version before. */
export function headWrite(customerId: CustomerId, head: Head, place: ListPlace): Write {
  const bare = bareId(customerId)
  const index = indexKeyOf(orderPatterns.ordersOfUnits, {
    week: place.week,
    shard: shardOf(bare),
    unitPath: `${place.unitPath}/`,
    orderId: `${bare}-${head.r}`,
  })
  return {
    put: { ...headKind.write(head), ...index, card: head, ...headKey(customerId, head.r) },
    when: head.v === 1 ? { absent: true } : { equals: { v: head.v - 1 } },
  }
}

/** A page of the orders of a week under a subtree, by unit, as the index shows them (it may lag). */
export async function ordersOfUnits(
  table: Table,
  week: BusinessDate,
  unitPath: UnitPath,
  limit: number,
  after?: Item,
): Promise<{ found: Array<{ customerId: CustomerId; head: Head }>; last?: Item }> {
  const { items, last } = await queryShards(
    table,
    orderPatterns.ordersOfUnits,
    shardsOf(week, unitPath),
    limit,
    after,
  )
  const found = items.map((item) => ({
    customerId: customerOf(item),
    head: Head.parse(item.card),
  }))
  return { found, last }
}

/** Every order of a week under a subtree with its unit, as the index shows them (it may lag): to count them. */
export async function everyOrderOfUnits(
  table: Table,
  week: BusinessDate,
  unitPath: UnitPath,
): Promise<Array<{ unitPath: UnitPath; customerId: CustomerId; head: Head }>> {
  const shards = await Promise.all(
    shardsOf(week, unitPath).map((parts) => table.queryAll(orderPatterns.ordersOfUnits, parts)),
  )
  return shards.flat().map((item) => {
    const place = String(item.gsi1sk)
    return {
      unitPath: place.slice(0, place.lastIndexOf('/')),
      customerId: customerOf(item),
      head: Head.parse(item.card),
    }
  })
}

function customerOf({ pk }: Item): CustomerId {
  return idOf('customer', String(pk).slice('C#'.length))
}

function shardsOf(week: BusinessDate, unitPath: UnitPath) {
  return SHARDS.map((shard) => ({ week, shard, ...(unitPath && { unitPath: `${unitPath}/` }) }))
}
