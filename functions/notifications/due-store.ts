import { indexKeyOf, type Key } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import type { Item } from '#platform/storage/item-kind'
import { SHARDS, shardOf } from '#platform/storage/sharded-query'
import { Refused } from '#platform/storage/write'
import type { Instant } from '#shared/time'
import { messagePatterns } from './access-patterns.ts'

/** What no try could send; a person looks at it. */
export const ASIDE = 'aside'

/** What is due, and where it stands in the index. */
export type Due = { key: Key; stands: string }
export type Waiting = { waiting: string; dueAt: Instant }

/** The index attributes of what is to be sent at `dueAt`. */
export function dueKey({ waiting, dueAt }: Waiting, shard: string = shardOf(waiting)) {
  return indexKeyOf(messagePatterns.due, { shard, dueAt, waiting })
}

/** Keys of what is due by `now`, from all shards, at most `limit` of each, with where they stand in the index. */
export async function dueKeys(table: Table, now: Instant, limit: number): Promise<Due[]> {
  const shards = SHARDS.map(async (shard) => {
    const { items } = await table.query(messagePatterns.due, { shard }, { limit })
    return items.filter(({ gsi2sk }) => String(gsi2sk) <= `${now}~`)
  })
  return (await Promise.all(shards))
    .flat()
    .map((item) => ({ key: keyWithin(item), stands: String(item.gsi2sk) }))
}

/** What could not be sent, newest first, at most `limit`; `last` is where the next page goes on. */
export async function keysAside(
  table: Table,
  limit: number,
  after?: Item,
): Promise<{ keys: Key[]; last?: Item }> {
  const options = { limit, after, descending: true }
  const { items, last } = await table.query(messagePatterns.due, { shard: ASIDE }, options)
  return { keys: items.map(keyWithin), last }
}

/** Takes up what stands in the index until `until`; undefined when someone else did, or it is done. */
export async function takeDue(table: Table, { key, stands }: Due, until: Instant): Promise<Item | undefined> {
  const waiting = stands.slice(stands.indexOf('#') + 1)
  const change = { set: { dueAt: until, ...dueKey({ waiting, dueAt: until }) } }
  try {
    await table.commit([{ update: key, change, when: { equals: { gsi2sk: stands } } }])
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
  return table.get(key, { isStrong: true })
}

function keyWithin(item: Item): Key {
  return { pk: String(item.pk), sk: String(item.sk) }
}
