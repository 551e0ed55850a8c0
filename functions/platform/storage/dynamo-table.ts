// The table as rooms see it: reads by access pattern, writes as data, and what both have cost so far.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Config } from '../config.ts'
import { type Commit, createCommit } from './commit.ts'
import { createMeter, type Meter, type Spent } from './meter.ts'
import { createReader, type Reader } from './read.ts'

export type Table = Reader & {
  /** Applies all writes at once or none. Throws what the first refused write says, else `Refused`. */
  commit: Commit
  /** What was spent since this table object was made. */
  spent: Spent
  /** The same table with a meter at zero, for one request or one job step. */
  metered(): Table
}

/** An answer that has not come by then counts as lost; a retry finds out what became of it. */
const ANSWER_TIMEOUT_MILLISECONDS = 4000

/** The database client of a process; our own retries replace those of the SDK, which hide unknown outcomes. */
export function createDatabaseClient(config: Pick<Config, 'databaseEndpoint' | 'region'>): DynamoDBClient {
  const local = {
    endpoint: config.databaseEndpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }
  const requestHandler = { connectionTimeout: 2000, requestTimeout: ANSWER_TIMEOUT_MILLISECONDS }
  const client = new DynamoDBClient({
    region: config.region,
    maxAttempts: 1,
    requestHandler,
    ...(config.databaseEndpoint ? local : {}),
  })
  // It copies each request and answer for a log that nobody keeps: a tenth of the processor time of a call.
  client.middlewareStack.removeByTag('LOGGER')
  return client
}

/** The table named `tableName` behind `client`. */
export function createTable(client: DynamoDBClient, tableName: string, meter: Meter = createMeter()): Table {
  const reader = createReader(client, tableName, meter)
  return {
    ...reader,
    commit: createCommit(client, tableName, meter, reader),
    spent: meter.spent,
    metered: () => createTable(client, tableName),
  }
}
