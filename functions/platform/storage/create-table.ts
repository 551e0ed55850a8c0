// Creates the table where no CDK does: on one machine and in tests, from the same list of indexes.
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb'
import { table } from './table.ts'

/** The table as DynamoDB's CreateTable wants it. */
export function tableDefinition(tableName: string): CreateTableCommandInput {
  const indexes = Object.entries(table.indexes)
  const keys = [table, ...Object.values(table.indexes)].flatMap(({ partitionKey, sortKey }) => [
    partitionKey,
    sortKey,
  ])
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keySchema(table),
    GlobalSecondaryIndexes: indexes.map(([IndexName, keysOfIndex]) => ({
      IndexName,
      KeySchema: keySchema(keysOfIndex),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [table.projected] },
    })),
  }
}

/** Creates the table unless it is there; several processes may do so at once. */
export async function createTableIfMissing(client: DynamoDBClient, tableName: string): Promise<void> {
  try {
    await client.send(new CreateTableCommand(tableDefinition(tableName)))
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
}

function keySchema({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) {
  return [
    { AttributeName: partitionKey, KeyType: 'HASH' as const },
    { AttributeName: sortKey, KeyType: 'RANGE' as const },
  ]
}
