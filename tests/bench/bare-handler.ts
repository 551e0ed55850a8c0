// What every API of this stack loads before it has a single route: the floor of a cold start.
import { BatchGetItemCommand, DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { Hono } from 'hono'
import { handle } from 'hono/aws-lambda'
import * as z from 'zod'

const app = new Hono()
const Input = z.object({ id: z.string() })
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
app.post('/', async (context) => {
  const { id } = Input.parse(await context.req.json())
  await client.send(new BatchGetItemCommand({ RequestItems: { [id]: { Keys: [] } } }))
  await client.send(new TransactWriteItemsCommand({ TransactItems: [] }))
  return context.json({ id })
})
export const handler = handle(app)
