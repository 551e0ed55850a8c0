import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningDatabase, startDatabase } from '../../infra/local/database.ts'
import { type FaultProxy, type FaultProxyOptions, startFaultProxy, startRecordingProxy } from './proxy.ts'
import { diceFor, FAULT_KINDS, rollFault } from './proxy-dice.ts'
import { keyConditionOf } from './proxy-late-index.ts'

const TableName = 'shelves'
const CALM = { rate: 0, conflictHoldMs: undefined, lateIndexMs: undefined }
let database: RunningDatabase
const opened: FaultProxy[] = []

beforeAll(async () => {
  database = await startDatabase({})
  await clientOf(database.endpoint).send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'shelf'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-shelf',
          KeySchema: [
            { AttributeName: 'shelf', KeyType: 'HASH' },
            { AttributeName: 'sk', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['card'] },
        },
      ],
    }),
  )
})

afterAll(async () => {
  await Promise.all(opened.map((proxy) => proxy.stop()))
  await database.stop()
})

function clientOf(endpoint: string): DynamoDBClient {
  const credentials = { accessKeyId: 'x', secretAccessKey: 'y' }
  return new DynamoDBClient({ endpoint, region: 'local', credentials, maxAttempts: 1 })
}

async function aProxy(faults: FaultProxyOptions['faults'], seed = 1) {
  const proxy = await startFaultProxy({ target: database.endpoint, seed, faults: { ...CALM, ...faults } })
  opened.push(proxy)
  return { proxy, client: clientOf(proxy.endpoint) }
}

function aTransaction(...keys: string[]): TransactWriteItemsCommand {
  return new TransactWriteItemsCommand({
    TransactItems: keys.map((key) => ({ Put: { TableName, Item: { pk: { S: key }, sk: { S: 'x' } } } })),
  })
}

function aPut(pk: string, more: Record<string, string> = {}): PutItemCommand {
  const fields = Object.entries({ pk, sk: 'x', ...more }).map(([name, S]) => [name, { S }] as const)
  return new PutItemCommand({ TableName, Item: Object.fromEntries(fields) })
}

async function isStored(pk: string): Promise<boolean> {
  const Key = { pk: { S: pk }, sk: { S: 'x' } }
  const { Item } = await clientOf(database.endpoint).send(new GetItemCommand({ TableName, Key }))
  return Item !== undefined
}

async function cardsOnShelf(client: DynamoDBClient, shelf: string): Promise<(string | undefined)[]> {
  const ExpressionAttributeValues = { ':shelf': { S: shelf } }
  const { Items } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'by-shelf',
      KeyConditionExpression: 'shelf = :shelf',
      ExpressionAttributeValues,
    }),
  )
  return (Items ?? []).map((item) => item.card?.S)
}

test('overlapping transactions conflict and only those', async () => {
  const { client, proxy } = await aProxy({ conflictHoldMs: [400, 400] })
  const [first, overlapping, apart] = await Promise.allSettled([
    client.send(aTransaction('a', 'b')),
    client.send(aTransaction('c', 'b')),
    client.send(aTransaction('d', 'e')),
  ])
  expect([first.status, overlapping.status].sort()).toEqual(['fulfilled', 'rejected'])
  expect(apart.status).toBe('fulfilled')
  const loser = [first, overlapping].find((each) => each.status === 'rejected')
  expect(loser?.reason).toBeInstanceOf(TransactionCanceledException)
  expect(loser?.reason.CancellationReasons.map((each: { Code: string }) => each.Code)).toEqual([
    'None',
    'TransactionConflict',
  ])
  expect(proxy.counts.conflict).toBe(1)
  await expect(client.send(aTransaction('b'))).resolves.toBeDefined()
})

test('a plain write to a held key conflicts', async () => {
  const { client, proxy } = await aProxy({ conflictHoldMs: [400, 400] })
  const holding = client.send(aTransaction('held'))
  await expect.poll(() => proxy.requests.length, { interval: 5 }).toBe(1)
  await expect(client.send(aPut('held'))).rejects.toBeInstanceOf(TransactionConflictException)
  await expect(client.send(aPut('free'))).resolves.toBeDefined()
  await holding
})

test('the same seed always throws the same dice', () => {
  const throwAll = (seed: number) =>
    Array.from({ length: 500 }, (_, n) => rollFault(diceFor(seed, n), 0.1, FAULT_KINDS, 'PutItem', true))
  expect(throwAll(7)).toEqual(throwAll(7))
  expect(throwAll(7)).not.toEqual(throwAll(8))
  const unlucky = throwAll(7).filter((kind) => kind !== undefined)
  expect(unlucky.length).toBeGreaterThan(25)
  expect(unlucky.length).toBeLessThan(80)
  expect(unlucky).not.toContain('tiny-page')
})

test.each(['reset-after', 'error-after', 'throttle-after', 'conflict-after', 'truncated'] as const)(
  'a write answered by %s is applied nevertheless',
  async (kind) => {
    const { client, proxy } = await aProxy({ rate: 1, kinds: [kind] })
    await expect(client.send(aPut(`after-${kind}`))).rejects.toThrow()
    expect(await isStored(`after-${kind}`)).toBe(true)
    expect(proxy.counts[kind]).toBe(1)
  },
)

test.each(['reset-before', 'error-before', 'throttle-before', 'conflict-before'] as const)(
  'a write answered by %s is never applied',
  async (kind) => {
    const { client } = await aProxy({ rate: 1, kinds: [kind] })
    await expect(client.send(aTransaction(`before-${kind}`))).rejects.toThrow()
    expect(await isStored(`before-${kind}`)).toBe(false)
  },
)

test('a late index shows the past, then catches up', async () => {
  const { client, proxy } = await aProxy({ lateIndexMs: [60_000, 60_000] })
  const direct = clientOf(database.endpoint)
  await direct.send(aPut('known', { shelf: 'top', card: 'old' }))
  await direct.send(aPut('leaving', { shelf: 'top', card: 'gone' }))
  await client.send(aPut('known', { shelf: 'top', card: 'new' }))
  await client.send(aPut('leaving'))
  await client.send(aPut('arriving', { shelf: 'top', card: 'here' }))
  expect((await cardsOnShelf(client, 'top')).sort()).toEqual(['gone', 'old'])
  expect((await cardsOnShelf(direct, 'top')).sort()).toEqual(['here', 'new'])
  proxy.setFaults({ lateIndexMs: undefined })
  expect((await cardsOnShelf(client, 'top')).sort()).toEqual(['here', 'new'])
})

test('a short lag ends by itself', async () => {
  const { client } = await aProxy({ lateIndexMs: [30, 60] })
  await client.send(aPut('short', { shelf: 'short', card: 'seen' }))
  await expect.poll(() => cardsOnShelf(client, 'short'), { interval: 10 }).toEqual(['seen'])
})

test('tiny pages still lead through the whole answer', async () => {
  const { client } = await aProxy({ rate: 1, kinds: ['tiny-page'], tinyPageItems: [1, 1] })
  const direct = clientOf(database.endpoint)
  for (const sk of ['1', '2', '3']) await direct.send(aPut('paged', { sk }))
  const ask = (ExclusiveStartKey?: Record<string, { S: string }>) =>
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'paged' } },
      ExclusiveStartKey,
    })
  const first = await client.send(ask())
  expect(first.Items?.length).toBe(1)
  expect(first.LastEvaluatedKey?.sk).toEqual({ S: '1' })
  const second = await client.send(ask({ pk: { S: 'paged' }, sk: { S: '1' } }))
  expect(second.Items?.[0]?.sk).toEqual({ S: '2' })
})

test('a batch leaves some of its items undone', async () => {
  const { client } = await aProxy({ rate: 1, kinds: ['unprocessed'] }, 3)
  const names = Array.from({ length: 12 }, (_, n) => `batch-${n}`)
  const entries = names.map((pk) => ({ PutRequest: { Item: { pk: { S: pk }, sk: { S: 'x' } } } }))
  const written = await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: entries } }))
  const left = (written.UnprocessedItems?.[TableName] ?? []).map((entry) => entry.PutRequest?.Item?.pk?.S)
  const stored = await Promise.all(names.map(isStored))
  expect(left).toEqual(names.filter((_, at) => !stored[at]))
  expect(left.length).toBeGreaterThan(0)
  expect(left.length).toBeLessThan(12)
  const Keys = names.map((pk) => ({ pk: { S: pk }, sk: { S: 'x' } }))
  const read = await client.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys } } }))
  expect(read.UnprocessedKeys?.[TableName]?.Keys?.length).toBeGreaterThan(0)
})

test.each([
  ['shelf = :a AND sk BETWEEN :b AND :d', true],
  ['#s=:a and begins_with(#k, :c)', true],
  ['shelf = :a AND sk > :d', false],
  ['(shelf = :a) AND (sk<=:c)', true],
  ['shelf = :b', false],
])('the condition %s holds for the item: %s', (KeyConditionExpression, holds) => {
  const ExpressionAttributeValues = { ':a': { S: 'a' }, ':b': { S: 'b' }, ':c': { S: 'c' }, ':d': { S: 'd' } }
  const ExpressionAttributeNames = { '#s': 'shelf', '#k': 'sk' }
  const query = { KeyConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues }
  expect(keyConditionOf(query)({ shelf: { S: 'a' }, sk: { S: 'c' } })).toBe(holds)
})

test('the recording proxy tells index, condition and units', async () => {
  const proxy = await startRecordingProxy(database.endpoint)
  opened.push(proxy)
  const client = clientOf(proxy.endpoint)
  await client.send(aTransaction('r1', 'r2'))
  await client.send(aPut('r3', { shelf: 'recorded', card: 'c' }))
  await cardsOnShelf(client, 'recorded')
  expect(proxy.requests).toMatchObject([
    { operation: 'TransactWriteItems', tables: [TableName], writeUnits: 4, readUnits: 0 },
    { operation: 'PutItem', writeUnits: 2, keys: ['shelves|[{"S":"r3"},{"S":"x"}]'] },
    { operation: 'Query', index: 'by-shelf', keyCondition: 'shelf = :shelf', readUnits: 0.5 },
  ])
})

test('the proxy survives its database being killed', async () => {
  const mortal = await startDatabase({})
  const proxy = await startFaultProxy({ target: mortal.endpoint, seed: 1, faults: CALM })
  opened.push(proxy)
  const get = new GetItemCommand({ TableName, Key: { pk: { S: 'a' }, sk: { S: 'x' } } })
  await expect(clientOf(proxy.endpoint).send(get)).rejects.toThrow('resource not found')
  mortal.kill()
  await mortal.exited
  await expect(clientOf(proxy.endpoint).send(get)).rejects.toThrow(/ECONNRESET|hang up/)
  const reborn = await startDatabase({ port: Number(new URL(mortal.endpoint).port) })
  await expect(clientOf(proxy.endpoint).send(get)).rejects.toThrow('resource not found')
  await reborn.stop()
})
