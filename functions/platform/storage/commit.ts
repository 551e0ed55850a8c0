// Commits writes: one plain write or one transaction, repeated safely when its outcome is unknown.
import { randomUUID } from 'node:crypto'
import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { expressionOf } from './condition.ts'
import type { Item } from './item-kind.ts'
import type { Meter } from './meter.ts'
import type { Reader } from './read.ts'
import { withRetries } from './retry.ts'
import { keyOfWrite, Refused, type Write } from './write.ts'

/** Applies all writes at once or none. `proof` is a write of theirs that puts an item no one else can put:
 * found there after an unknown outcome, it shows that the commit was applied. */
export type Commit = (writes: readonly Write[], proof?: Write) => Promise<void>

const options = { removeUndefinedValues: true, convertEmptyValues: false }

/** Commits of one table. */
export function createCommit(
  client: DynamoDBClient,
  tableName: string,
  meter: Meter,
  reader: Reader,
): Commit {
  return async (writes, proof) => {
    const token = randomUUID()
    const send = () => {
      meter.roundTrip()
      const [only] = writes
      return writes.length === 1 && only && !('check' in only)
        ? sendOne(client, tableName, meter, only)
        : sendAll(client, tableName, meter, writes, token)
    }
    const refusal = await withRetries(async (mayBeApplied) => {
      try {
        await send()
      } catch (error) {
        const refused = refusalOf(error, writes)
        if (!refused) throw error
        const isApplied = mayBeApplied && proof && (await reader.get(keyOfWrite(proof), { isStrong: true }))
        return isApplied ? undefined : refused
      }
    })
    if (refusal) throw refusal
  }
}

async function sendOne(
  client: DynamoDBClient,
  TableName: string,
  meter: Meter,
  write: Exclude<Write, { check: object }>,
) {
  const shared = {
    TableName,
    ReturnConsumedCapacity: 'TOTAL',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const
  const request = requestOf(write)
  const answer =
    'put' in write
      ? await client.send(new PutItemCommand({ ...shared, Item: marshall(write.put, options), ...request }))
      : 'update' in write
        ? await client.send(new UpdateItemCommand({ ...shared, Key: marshall(write.update), ...request }))
        : await client.send(new DeleteItemCommand({ ...shared, Key: marshall(write.delete), ...request }))
  meter.wrote(answer.ConsumedCapacity)
}

async function sendAll(
  client: DynamoDBClient,
  tableName: string,
  meter: Meter,
  writes: readonly Write[],
  ClientRequestToken: string,
) {
  const answer = await client.send(
    new TransactWriteItemsCommand({
      ClientRequestToken,
      TransactItems: writes.map((write) => transactItem(tableName, write)),
      ReturnConsumedCapacity: 'TOTAL',
    }),
  )
  meter.wrote(answer.ConsumedCapacity)
}

function transactItem(TableName: string, write: Write): TransactWriteItem {
  const shared = { TableName, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const
  const request = requestOf(write)
  if ('put' in write) return { Put: { ...shared, Item: marshall(write.put, options), ...request } }
  if ('update' in write) {
    return {
      Update: {
        ...shared,
        Key: marshall(write.update),
        ...request,
        UpdateExpression: request.UpdateExpression,
      },
    }
  }
  if ('delete' in write) return { Delete: { ...shared, Key: marshall(write.delete), ...request } }
  return {
    ConditionCheck: {
      ...shared,
      Key: marshall(write.check),
      ...request,
      ConditionExpression: request.ConditionExpression,
    },
  }
}

function requestOf(write: Write) {
  const { condition, update, names, values } = expressionOf(
    write.when,
    'update' in write ? write.change : undefined,
  )
  return {
    ConditionExpression: condition,
    UpdateExpression: update,
    ExpressionAttributeNames: Object.keys(names).length ? names : undefined,
    ExpressionAttributeValues: Object.keys(values).length ? marshall(values, options) : undefined,
  }
}

type WireError = {
  name?: string
  Item?: Record<string, AttributeValue>
  CancellationReasons?: ReadonlyArray<{ Code?: string; Item?: Record<string, AttributeValue> }>
}

/** The error that the first refused write asks for; undefined when nothing was refused by a condition. */
function refusalOf(error: unknown, writes: readonly Write[]): Error | undefined {
  const {
    name,
    Item,
    CancellationReasons: reasons,
  }: WireError = typeof error === 'object' && error !== null ? error : {}
  const at =
    name === 'ConditionalCheckFailedException'
      ? 0
      : (reasons ?? []).findIndex((reason) => reason.Code === 'ConditionalCheckFailed')
  const write = writes[at]
  if (!write) return undefined
  const found = name === 'ConditionalCheckFailedException' ? Item : reasons?.[at]?.Item
  const current: Item | undefined = found && Object.keys(found).length > 0 ? unmarshall(found) : undefined
  return write.onRefused?.(current) ?? new Refused(keyOfWrite(write), current)
}
