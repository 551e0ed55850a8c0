// Builds the world once a cold start, from the environment.
import { instantOf } from '#shared/time'
import { createBucketFiles } from './bucket-files.ts'
import { type Config, readConfig } from './config.ts'
import type { Files } from './files.ts'
import { createLog } from './log.ts'
import { createSendMail, createSendSms } from './messages.ts'
import { createNewId } from './new-id.ts'
import { createRemember } from './remember.ts'
import { createDatabaseClient, createTable } from './storage/dynamo-table.ts'
import type { World } from './world.ts'

/** The world of a process. `files` stands in for the bucket where there is none. */
export function startWorld(
  environment: Record<string, string | undefined>,
  files?: (config: Config) => Files,
): World {
  const config = readConfig(environment)
  const now = () => Date.now() + config.clockSkewSeconds * 1000
  const clock = { now: () => instantOf(now()) }
  return {
    table: createTable(createDatabaseClient(config), config.tableName),
    clock,
    newId: createNewId(now),
    sendMail: createSendMail(config),
    sendSms: createSendSms(config),
    files: files ? files(config) : createBucketFiles(config.filesUrl, config.region),
    log: createLog((line) => process.stdout.write(`${line}\n`), clock.now),
    config,
    remember: createRemember(),
  }
}
