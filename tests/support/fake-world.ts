import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { readConfig } from '#platform/config'
import { createLog } from '#platform/log'
import type { MailMessage, SmsMessage } from '#platform/messages'
import { createNewId } from '#platform/new-id'
import { createRemember } from '#platform/remember'
import { createTableIfMissing } from '#platform/storage/create-table'
import { createDatabaseClient, createTable } from '#platform/storage/dynamo-table'
import type { World } from '#platform/world'
import { addSeconds, type Instant, instantOf } from '#shared/time'

export type FakeWorld = World & {
  /** Moves the only now. */
  setNow(now: Instant): void
  pass(seconds: number): void
  sentSms: SmsMessage[]
  sentMail: MailMessage[]
  logged: Array<Record<string, unknown>>
  stored: Map<string, Uint8Array>
}

const NOON: Instant = '2026-11-25T04:00:00.000Z'

/** A world with a table of its own in the real embedded database, and everything else in memory. */
export async function aWorld(
  settings: { endpoint?: string; now?: Instant; tableName?: string } = {},
): Promise<FakeWorld> {
  const tableName = settings.tableName ?? `test-${randomUUID()}`
  const endpoint = settings.endpoint ?? inject('databaseEndpoint')
  const config = readConfig({
    TABLE_NAME: tableName,
    DYNAMODB_ENDPOINT: endpoint,
    SECRET: 'a secret of the tests alone',
  })
  const client = createDatabaseClient(config)
  await createTableIfMissing(client, tableName)
  let now = settings.now ?? NOON
  const [sentSms, sentMail, logged, stored]: [
    SmsMessage[],
    MailMessage[],
    FakeWorld['logged'],
    FakeWorld['stored'],
  ] = [[], [], [], new Map()]
  return {
    table: createTable(client, tableName),
    clock: { now: () => now },
    newId: createNewId(() => Date.parse(now)),
    sendSms: async (message) => void sentSms.push(message),
    sendMail: async (message) => void sentMail.push(message),
    files: memoryFiles(stored),
    log: createLog(
      (line) => void logged.push(JSON.parse(line)),
      () => now,
    ),
    config,
    remember: createRemember(),
    setNow: (instant) => {
      now = instant
    },
    pass: (seconds) => {
      now = addSeconds(now, seconds)
    },
    sentSms,
    sentMail,
    logged,
    stored,
  }
}

/** The instant now, for worlds that other processes share. */
export function realNow(): Instant {
  return instantOf(Date.now())
}

function memoryFiles(stored: Map<string, Uint8Array>): World['files'] {
  return {
    uploadUrl: async (key) => `memory:${key}`,
    downloadUrl: async (key) => `memory:${key}`,
    read: async (key) => {
      const bytes = stored.get(key)
      return bytes && new Blob([new Uint8Array(bytes)]).stream()
    },
    write: async (key, body) => {
      const isWhole = typeof body === 'string' || body instanceof Uint8Array
      const chunks: Uint8Array[] = []
      for await (const chunk of isWhole ? [Buffer.from(body)] : body) chunks.push(chunk)
      stored.set(key, new Uint8Array(Buffer.concat(chunks)))
    },
  }
}
