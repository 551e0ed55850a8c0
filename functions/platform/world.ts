// All that a use case may reach of the outside, as one object; tests hand in a fake one of the same shape.
import type { EventId, JobId } from '#shared/ids'
import type { Instant } from '#shared/time'
import type { Config } from './config.ts'
import type { Files } from './files.ts'
import type { Log } from './log.ts'
import type { SendMail, SendSms } from './messages.ts'
import type { Remember } from './remember.ts'
import type { Table } from './storage/dynamo-table.ts'

/** The only now. */
export type Clock = { now(): Instant }

/** Makes ids that sort by time within one process. */
export type NewId = { event(): EventId; job(): JobId; secret(): string }

export type World = {
  table: Table
  clock: Clock
  newId: NewId
  sendMail: SendMail
  sendSms: SendSms
  files: Files
  log: Log
  config: Config
  remember: Remember
}
