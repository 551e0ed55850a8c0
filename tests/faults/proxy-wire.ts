// What DynamoDB's JSON protocol looks like on the wire: parsing requests, finding keys, building answers.
import type { IncomingMessage } from 'node:http'

export type Json = null | string | number | boolean | Json[] | JsonObject
export type JsonObject = { [name: string]: Json | undefined }

export type TableShape = {
  keyNames: string[]
  indexes: Map<string, { keyNames: string[]; projected: 'ALL' | Set<string> }>
}

export type ItemKey = { table: string; key: JsonObject; id: string }
export type WireAnswer = { status: number; headers: Record<string, string>; body: Buffer }

const PLAIN_WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem'])
const WRITES = new Set([...PLAIN_WRITES, 'BatchWriteItem', 'TransactWriteItems'])
const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems'])

export function isPlainWrite(operation: string): boolean {
  return PLAIN_WRITES.has(operation)
}

export function isWrite(operation: string): boolean {
  return WRITES.has(operation)
}

export function isData(operation: string): boolean {
  return WRITES.has(operation) || READS.has(operation)
}

export function operationOf(request: IncomingMessage): string {
  return String(request.headers['x-amz-target'] ?? '')
    .split('.')
    .slice(-1)
    .join('')
}

export function parseBody(bytes: Buffer): JsonObject {
  try {
    return asObject(JSON.parse(bytes.toString('utf8')))
  } catch {
    return {}
  }
}

export function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}

export function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}

export function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** Every table that a request names. */
export function tablesOf(body: JsonObject): string[] {
  const named = asText(body.TableName)
  const inTransaction = asList(body.TransactItems).map((entry) => asText(actionOf(entry).TableName))
  return [...new Set([named, ...Object.keys(asObject(body.RequestItems)), ...inTransaction])].filter(Boolean)
}

function actionOf(entry: Json): JsonObject {
  return asObject(Object.values(asObject(entry))[0])
}

/** The keys that a request touches, in the order in which it names them. */
export function keysOf(body: JsonObject, shapeOf: (table: string) => TableShape): ItemKey[] {
  if (body.TransactItems) {
    return asList(body.TransactItems).map((entry) => {
      const action = actionOf(entry)
      return itemKey(asText(action.TableName), action.Key ?? action.Item, shapeOf)
    })
  }
  if (body.RequestItems) {
    return Object.entries(asObject(body.RequestItems)).flatMap(([table, asked]) =>
      (Array.isArray(asked) ? asked : asList(asObject(asked).Keys)).map((entry) =>
        itemKey(table, batchKey(entry), shapeOf),
      ),
    )
  }
  const source = body.Key ?? body.Item
  return source === undefined ? [] : [itemKey(asText(body.TableName), source, shapeOf)]
}

/** The key or item inside one entry of a batch. */
function batchKey(entry: Json): Json | undefined {
  const { PutRequest, DeleteRequest } = asObject(entry)
  if (PutRequest) return asObject(PutRequest).Item
  return DeleteRequest ? asObject(DeleteRequest).Key : entry
}

export function itemKey(
  table: string,
  source: Json | undefined,
  shapeOf: (table: string) => TableShape,
): ItemKey {
  const item = asObject(source)
  const key = Object.fromEntries(shapeOf(table).keyNames.map((name) => [name, item[name]]))
  return { table, key, id: `${table}|${JSON.stringify(Object.values(key))}` }
}

export function shapeFrom(description: JsonObject): TableShape {
  const keyNames = (owner: JsonObject) =>
    asList(owner.KeySchema).map((part) => asText(asObject(part).AttributeName))
  const table = asObject(description.Table)
  const indexes = [...asList(table.GlobalSecondaryIndexes), ...asList(table.LocalSecondaryIndexes)].map(
    (entry) => {
      const index = asObject(entry)
      const { ProjectionType, NonKeyAttributes } = asObject(index.Projection)
      const names = [...keyNames(table), ...keyNames(index), ...asList(NonKeyAttributes).map(asText)]
      const projected: 'ALL' | Set<string> = ProjectionType === 'ALL' ? 'ALL' : new Set(names)
      return [asText(index.IndexName), { keyNames: keyNames(index), projected }] as const
    },
  )
  return { keyNames: keyNames(table), indexes: new Map(indexes) }
}

export function jsonAnswer(status: number, content: JsonObject): WireAnswer {
  const body = Buffer.from(JSON.stringify(content))
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body }
}

export function errorAnswer(
  status: number,
  name: string,
  message: string,
  more: JsonObject = {},
): WireAnswer {
  return jsonAnswer(status, { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message, ...more })
}

/** The answer to a transaction, one reason an item: conflict where told, None elsewhere. */
export function cancelledAnswer(conflicting: boolean[]): WireAnswer {
  const codes = conflicting.map((isConflict) => (isConflict ? 'TransactionConflict' : 'None'))
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(', ')}]`
  const CancellationReasons = codes.map((Code) =>
    Code === 'None' ? { Code } : { Code, Message: 'Transaction is ongoing for the item' },
  )
  return errorAnswer(400, 'TransactionCanceledException', message, { Message: message, CancellationReasons })
}

export function conflictAnswer(): WireAnswer {
  return errorAnswer(400, 'TransactionConflictException', 'Transaction is ongoing for the item')
}
