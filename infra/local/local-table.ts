// A second small table for what belongs to the embedded provider, mailbox and files, never to the product.
import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'

/** An item of the local table; `expires` is in epoch seconds, and a passed one is never read. */
export type LocalItem = { pk: string; sk: string; expires?: number | undefined; [field: string]: unknown }

export type LocalQuestion = { prefix?: string; newestFirst?: boolean; limit?: number; after?: string }

export type LocalTable = {
  get(pk: string, sk: string): Promise<LocalItem | undefined>
  query(pk: string, question?: LocalQuestion): Promise<LocalItem[]>
  put(item: LocalItem): Promise<void>
  /** True if nothing unexpired lay there and the item was written. */
  putIfAbsent(item: LocalItem): Promise<boolean>
  /** Replaces what still has `version` (undefined: what is absent); true if it did. */
  putIfVersion(item: LocalItem, version: number | undefined): Promise<boolean>
  /** Adds one to a number field while it is below `limit`; the item afterwards, or undefined. */
  countUp(pk: string, sk: string, field: string, limit: number): Promise<LocalItem | undefined>
  /** Deletes it; true only for the caller that found it there. */
  take(pk: string, sk: string): Promise<boolean>
}

export type LocalTablePlace = { endpoint: string; tableName: string; now?: () => number }

/** Opens the table, creating it if missing; several processes may do so at once. `now` is in milliseconds. */
export async function openLocalTable(place: LocalTablePlace): Promise<LocalTable> {
  const bare = new DynamoDBClient({
    endpoint: place.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 6,
  })
  await createIfMissing(bare, place.tableName)
  const client = DynamoDBDocumentClient.from(bare, { marshallOptions: { removeUndefinedValues: true } })
  const seconds = () => Math.floor((place.now?.() ?? Date.now()) / 1000)
  return { ...readers(client, place.tableName, seconds), ...writers(client, place.tableName, seconds) }
}

async function createIfMissing(client: DynamoDBClient, TableName: string): Promise<void> {
  const create = new CreateTableCommand({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  })
  await client.send(create).catch((error: unknown) => {
    if (!(error instanceof ResourceInUseException)) throw error
  })
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1 }, { TableName })
}

type Readers = Pick<LocalTable, 'get' | 'query'>

function readers(client: DynamoDBDocumentClient, TableName: string, seconds: () => number): Readers {
  return {
    async get(pk, sk) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))
      return unexpired(Item, seconds())
    },
    async query(pk, { prefix = '', newestFirst = false, limit, after } = {}) {
      const found: LocalItem[] = []
      let start = after === undefined ? undefined : { pk, sk: after }
      do {
        const { Items, LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
            ExpressionAttributeValues: prefix ? { ':pk': pk, ':prefix': prefix } : { ':pk': pk },
            ConsistentRead: true,
            ScanIndexForward: !newestFirst,
            ...(limit === undefined ? {} : { Limit: limit }),
            ExclusiveStartKey: start,
          }),
        )
        for (const raw of Items ?? []) {
          const item = unexpired(raw, seconds())
          if (item) found.push(item)
        }
        start = LastEvaluatedKey ? { pk, sk: String(LastEvaluatedKey.sk) } : undefined
      } while (start && (limit === undefined || found.length < limit))
      return limit === undefined ? found : found.slice(0, limit)
    },
  }
}

function writers(
  client: DynamoDBDocumentClient,
  TableName: string,
  seconds: () => number,
): Omit<LocalTable, keyof Readers> {
  const putWhen = (Item: LocalItem, condition: string, values: Record<string, number>) =>
    holds(
      client.send(
        new PutCommand({
          TableName,
          Item,
          ConditionExpression: condition,
          ExpressionAttributeValues: values,
        }),
      ),
    )
  const absent = '(attribute_not_exists(pk) OR expires <= :now)'
  return {
    async put(Item) {
      await client.send(new PutCommand({ TableName, Item }))
    },
    async putIfAbsent(item) {
      return (await putWhen(item, absent, { ':now': seconds() })) !== undefined
    },
    async putIfVersion(item, version) {
      const wrote =
        version === undefined
          ? putWhen(item, absent, { ':now': seconds() })
          : putWhen(item, 'version = :version', { ':version': version })
      return (await wrote) !== undefined
    },
    async countUp(pk, sk, field, limit) {
      const answer = await holds(
        client.send(
          new UpdateCommand({
            TableName,
            Key: { pk, sk },
            UpdateExpression: 'ADD #field :one',
            ConditionExpression: '#field < :limit AND (attribute_not_exists(expires) OR expires > :now)',
            ExpressionAttributeNames: { '#field': field },
            ExpressionAttributeValues: { ':one': 1, ':limit': limit, ':now': seconds() },
            ReturnValues: 'ALL_NEW',
          }),
        ),
      )
      return unexpired(answer?.Attributes, seconds())
    },
    async take(pk, sk) {
      const ConditionExpression = 'attribute_exists(pk)'
      return (
        (await holds(client.send(new DeleteCommand({ TableName, Key: { pk, sk }, ConditionExpression })))) !==
        undefined
      )
    },
  }
}

async function holds<T>(sent: Promise<T>): Promise<T | undefined> {
  try {
    return await sent
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined
    throw error
  }
}

function unexpired(raw: Record<string, unknown> | undefined, seconds: number): LocalItem | undefined {
  if (!raw) return undefined
  const { pk, sk, expires, ...rest } = raw
  if (typeof expires === 'number' && expires <= seconds) return undefined
  const key = { pk: String(pk), sk: String(sk) }
  return typeof expires === 'number' ? { ...rest, ...key, expires } : { ...rest, ...key }
}
