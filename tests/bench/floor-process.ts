// The least that the product's operations could cost. Placing an order: a schema, one read, one transaction of two items.
// The last orders: one query. The catalogue: one read of the customer.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
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

const app = new Hono()
app.get('/api/customers/:customerId/orders', async (context) => {
  const { Items } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': partitionOf(context.req.param('customerId')), ':sk': 'O#' },
      ScanIndexForward: false,
      Limit: 20,
    }),
  )
  return context.json({ items: Items ?? [] })
})
app.get('/api/customers/:customerId/assortment', async (context) => {
  const Key = { pk: partitionOf(context.req.param('customerId')), sk: 'A' }
  const { Item } = await client.send(new GetCommand({ TableName, Key }))
  return context.json({ item: Item })
})
app.post('/api/orders', async (context) => {
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

/** The partition where the product keeps a customer's orders. */
function partitionOf(customerId: string): string {
  return `C#${customerId.replace('cus_', '')}`
}

serveBench((request) => app.fetch(request))
