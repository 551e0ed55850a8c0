// The least that placing an order could cost: a schema, one read, one transaction of two items, and nothing else.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { Hono } from 'hono'
import * as z from 'zod'
import { serveBench } from './serve-bench.ts'

const Asked = z.object({
  customerId: z.string(),
  cycleId: z.string(),
  lines: z.array(z.object({ productId: z.string(), quantity: z.number().int() })),
})

const client = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    region: 'local',
    endpoint: process.env.DYNAMODB_ENDPOINT,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }),
)
const TableName = process.env.TABLE_NAME
let placed = 0

const app = new Hono().post('/api/orders', async (context) => {
  const { customerId, lines } = Asked.parse(await context.req.json())
  const key = { pk: `C#${customerId}`, sk: 'A' }
  await client.send(new GetCommand({ TableName, Key: key }))
  placed += 1
  const Item = { pk: key.pk, sk: `O#${process.pid}-${placed}`, lines }
  const Update = {
    TableName,
    Key: key,
    UpdateExpression: 'ADD placed :one',
    ExpressionAttributeValues: { ':one': 1 },
  }
  const Put = { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }
  await client.send(new TransactWriteCommand({ TransactItems: [{ Put }, { Update }] }))
  return context.json({ placed }, 201)
})
serveBench((request) => app.fetch(request))
