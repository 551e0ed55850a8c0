// Reads: one item, many at once, a page of a query; each with our own retries and the meter running.
import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  ScanCommand,
  TransactGetItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { Problem } from '#shared/problems'
import { type AccessPattern, type Key, type PrefixParts, prefixOf } from './access-pattern.ts'
import type { Item } from './item-kind.ts'
import type { Meter } from './meter.ts'
import { pause, withRetries } from './retry.ts'
import { indexes } from './table.ts'

const MOST_KEYS_A_BATCH = 100
const MOST_BATCH_TRIES = 12

export type Consistency = { isStrong?: boolean }
export type QueryOptions = Consistency & {
  limit?: number
  descending?: boolean
  /** The key where the page before ended. */
  after?: Item
  /** Only what sorts from here on behind the prefix. */
  from?: string
  /** Only what sorts up to here behind the prefix, here included. */
  to?: string
}
export type QueryAnswer = { items: Item[]; last?: Item }

export type Reader = {
  get(key: Key, options?: Consistency): Promise<Item | undefined>
  /** Items in the order of their keys, undefined where there is none: one round trip up to 100 keys. */
  getMany(keys: readonly Key[], options?: Consistency): Promise<Array<Item | undefined>>
  /** Items as they stood together at one moment, in the order of their keys. */
  getAtOnce(keys: readonly Key[]): Promise<Array<Item | undefined>>
  query<Pattern extends AccessPattern>(
    pattern: Pattern,
    parts: PrefixParts<Pattern>,
    options?: QueryOptions,
  ): Promise<QueryAnswer>
  /** All pages of a query; only for what is bounded by its nature. */
  queryAll<Pattern extends AccessPattern>(
    pattern: Pattern,
    parts: PrefixParts<Pattern>,
    options?: QueryOptions,
  ): Promise<Item[]>
  /** A page of the whole table: for migrations alone, never for a request. */
  scan(after: Item | undefined, limit: number): Promise<QueryAnswer>
}

/** Reads of one table. */
export function createReader(client: DynamoDBClient, tableName: string, meter: Meter): Reader {
  const query: Reader['query'] = (pattern, parts, options = {}) =>
    withRetries(() => queryPage(client, tableName, meter, pattern, prefixOf(pattern, parts), options))
  return {
    get: (key, options) => withRetries(() => getOne(client, tableName, meter, key, options)),
    getMany: (keys, options) => getMany(client, tableName, meter, keys, options),
    getAtOnce: (keys) => withRetries(() => getTogether(client, tableName, meter, keys)),
    query,
    queryAll: async (pattern, parts, options = {}) => {
      const items: Item[] = []
      let after = options.after
      do {
        const page = await query(pattern, parts, { ...options, after })
        items.push(...page.items)
        after = page.last
      } while (after)
      return items
    },
    scan: (after, limit) => withRetries(() => scanPage(client, tableName, meter, after, limit)),
  }
}

async function getOne(
  client: DynamoDBClient,
  TableName: string,
  meter: Meter,
  key: Key,
  options?: Consistency,
) {
  meter.roundTrip()
  const answer = await client.send(
    new GetItemCommand({
      TableName,
      Key: marshall(key),
      ConsistentRead: options?.isStrong,
      ReturnConsumedCapacity: 'TOTAL',
    }),
  )
  meter.read(answer.ConsumedCapacity)
  return answer.Item && unmarshall(answer.Item)
}

async function getMany(
  client: DynamoDBClient,
  tableName: string,
  meter: Meter,
  keys: readonly Key[],
  options?: Consistency,
): Promise<Array<Item | undefined>> {
  const found = new Map<string, Item>()
  const wanted = [...new Map(keys.map((key) => [textOf(key), key])).values()]
  for (let start = 0; start < wanted.length; start += MOST_KEYS_A_BATCH) {
    let open = wanted.slice(start, start + MOST_KEYS_A_BATCH).map((key) => marshall(key))
    for (let tries = 1; open.length > 0; tries++) {
      if (tries > MOST_BATCH_TRIES) throw new Problem('request.busy', { cause: 'unprocessed keys' })
      if (tries > 1) await pause(tries - 1)
      const asked = open
      const answer = await withRetries(() => getBatch(client, tableName, meter, asked, options))
      for (const item of answer.items) found.set(textOf(unmarshall(item)), unmarshall(item))
      open = answer.open
    }
  }
  return keys.map((key) => found.get(textOf(key)))
}

async function getTogether(client: DynamoDBClient, TableName: string, meter: Meter, keys: readonly Key[]) {
  meter.roundTrip()
  const answer = await client.send(
    new TransactGetItemsCommand({
      TransactItems: keys.map((key) => ({ Get: { TableName, Key: marshall(key) } })),
      ReturnConsumedCapacity: 'TOTAL',
    }),
  )
  meter.read(answer.ConsumedCapacity)
  return (answer.Responses ?? []).map(({ Item: item }) => item && unmarshall(item))
}

type Marshalled = Record<string, AttributeValue>

async function getBatch(
  client: DynamoDBClient,
  tableName: string,
  meter: Meter,
  keys: Marshalled[],
  options?: Consistency,
): Promise<{ items: Marshalled[]; open: Marshalled[] }> {
  meter.roundTrip()
  const answer = await client.send(
    new BatchGetItemCommand({
      RequestItems: { [tableName]: { Keys: keys, ConsistentRead: options?.isStrong } },
      ReturnConsumedCapacity: 'TOTAL',
    }),
  )
  meter.read(answer.ConsumedCapacity)
  return { items: answer.Responses?.[tableName] ?? [], open: answer.UnprocessedKeys?.[tableName]?.Keys ?? [] }
}

async function queryPage(
  client: DynamoDBClient,
  TableName: string,
  meter: Meter,
  pattern: AccessPattern,
  prefix: Key,
  options: QueryOptions,
): Promise<QueryAnswer> {
  const keys = pattern.index ? indexes[pattern.index] : { partitionKey: 'pk', sortKey: 'sk' }
  const range = sortKeyRange(prefix.sk, options)
  meter.roundTrip()
  const answer = await client.send(
    new QueryCommand({
      TableName,
      IndexName: pattern.index,
      KeyConditionExpression: range.text ? `#p = :p AND ${range.text}` : '#p = :p',
      ExpressionAttributeNames: { '#p': keys.partitionKey, ...(range.text ? { '#s': keys.sortKey } : {}) },
      ExpressionAttributeValues: marshall({ ':p': prefix.pk, ...range.values }),
      ConsistentRead: pattern.index ? undefined : options.isStrong,
      ScanIndexForward: !options.descending,
      Limit: options.limit,
      ExclusiveStartKey: options.after && marshall(options.after),
      ReturnConsumedCapacity: 'TOTAL',
    }),
  )
  meter.read(answer.ConsumedCapacity)
  return {
    items: (answer.Items ?? []).map((item) => unmarshall(item)),
    last: answer.LastEvaluatedKey && unmarshall(answer.LastEvaluatedKey),
  }
}

// Sort keys are ASCII up to `~`, so a prefix reaches from itself to itself with `~` behind it.
function sortKeyRange(
  prefix: string,
  { from = '', to = '' }: QueryOptions,
): { text?: string; values: Record<string, string> } {
  if (from || to)
    return {
      text: '#s BETWEEN :a AND :b',
      values: { ':a': `${prefix}${from}` || '!', ':b': `${prefix}${to}~` },
    }
  return prefix ? { text: 'begins_with(#s, :a)', values: { ':a': prefix } } : { values: {} }
}

async function scanPage(
  client: DynamoDBClient,
  TableName: string,
  meter: Meter,
  after: Item | undefined,
  limit: number,
) {
  meter.roundTrip()
  const answer = await client.send(
    new ScanCommand({
      TableName,
      Limit: limit,
      ExclusiveStartKey: after && marshall(after),
      ReturnConsumedCapacity: 'TOTAL',
    }),
  )
  meter.read(answer.ConsumedCapacity)
  return {
    items: (answer.Items ?? []).map((item) => unmarshall(item)),
    last: answer.LastEvaluatedKey && unmarshall(answer.LastEvaluatedKey),
  }
}

function textOf(key: Record<string, unknown>): string {
  return `${key.pk} ${key.sk}`
}
