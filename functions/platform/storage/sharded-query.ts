// One list over several shards of an index: a page of each, merged by sort key, with one cursor for all.
import type { AccessPattern, PrefixParts } from './access-pattern.ts'
import type { Item } from './item-kind.ts'
import type { Reader } from './read.ts'
import { type IndexName, indexes } from './table.ts'

/** An index key that many write at once is parted into so many. */
export const SHARDS = ['0', '1', '2', '3'] as const

/** In which shard something stands: always the same one, told by the last character of its id. */
export function shardOf(bareId: string): (typeof SHARDS)[number] {
  return SHARDS[bareId.charCodeAt(bareId.length - 1) % SHARDS.length] ?? SHARDS[0]
}

type ShardedPattern = AccessPattern & { index: IndexName }
export type ShardedAnswer = { items: Item[]; last?: Item }

/** The next `limit` index items of all shards in order of their sort keys. `after` is the `last` of the page before:
 * for each shard the key where it stands. */
export async function queryShards<Pattern extends ShardedPattern>(
  table: Reader,
  pattern: Pattern,
  partsOfShards: readonly PrefixParts<Pattern>[],
  limit: number,
  after?: Item,
): Promise<ShardedAnswer> {
  const { sortKey } = indexes[pattern.index]
  const pages = await Promise.all(
    partsOfShards.map(async (parts, shard) => {
      const start = after?.[String(shard)]
      const { items, last } = await table.query(pattern, parts, {
        limit,
        ...(isItem(start) && { after: start }),
      })
      return { shard, items, isWhole: last === undefined }
    }),
  )
  const merged = pages
    .flatMap(({ shard, items }) => items.map((item) => ({ shard, item })))
    .sort((left, right) => (String(left.item[sortKey]) < String(right.item[sortKey]) ? -1 : 1))
  const taken = merged.slice(0, limit)
  const isLastPage = pages.every((page) => page.isWhole) && taken.length === merged.length
  return {
    items: taken.map(({ item }) => item),
    ...(!isLastPage && { last: positions(taken, pattern.index, after) }),
  }
}

function positions(
  taken: ReadonlyArray<{ shard: number; item: Item }>,
  index: IndexName,
  before: Item = {},
): Item {
  const { partitionKey, sortKey } = indexes[index]
  const stands: Record<string, unknown> = { ...before }
  for (const { shard, item } of taken) {
    stands[String(shard)] = {
      pk: item.pk,
      sk: item.sk,
      [partitionKey]: item[partitionKey],
      [sortKey]: item[sortKey],
    }
  }
  return stands
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null
}
