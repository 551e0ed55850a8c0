// What runs in the cloud and on one machine: each entry's file, size, time and rights. CDK and the local start read it.
export type Entry = {
  file: string
  memoryMegabytes: number
  timeoutSeconds: number
  /** What may start it. */
  startedBy: 'http' | 'table-stream' | 'schedule'
  /** Rights beside its own log: the table, the file store, the sending of mail. */
  rights: { table: 'read' | 'read-write'; files?: 'read' | 'read-write'; sendsMail?: true }
  /** How often a scheduled entry runs. */
  everyMinutes?: number
}

export const entries = {
  api: {
    file: 'functions/entry/api-handler.ts',
    memoryMegabytes: 1769,
    timeoutSeconds: 29,
    startedBy: 'http',
    rights: { table: 'read-write', files: 'read-write', sendsMail: true },
  },
  events: {
    file: 'functions/entry/events-handler.ts',
    memoryMegabytes: 512,
    timeoutSeconds: 120,
    startedBy: 'table-stream',
    rights: { table: 'read-write', files: 'read', sendsMail: true },
  },
  schedule: {
    file: 'functions/entry/schedule-handler.ts',
    memoryMegabytes: 1024,
    timeoutSeconds: 840,
    startedBy: 'schedule',
    rights: { table: 'read-write', files: 'read-write', sendsMail: true },
    everyMinutes: 1,
  },
} as const satisfies Record<string, Entry>

export type EntryName = keyof typeof entries
