// Structured lines on standard output, one JSON object each; CloudWatch turns `alarm` lines into alarms.
import type { Instant } from '#shared/time'

export type LogLine = Readonly<Record<string, unknown>>

export type Log = {
  info(message: string, facts?: LogLine): void
  warn(message: string, facts?: LogLine): void
  /** Something a person must look at; `error` is written with its stack, never shown to who asked. */
  alarm(message: string, facts?: LogLine, error?: unknown): void
}

/** A log that writes lines through `write`, each with its instant (UTC). */
export function createLog(write: (line: string) => void, now: () => Instant): Log {
  const put = (level: string, message: string, facts: LogLine = {}) =>
    write(JSON.stringify({ at: now(), level, message, ...facts }))
  return {
    info: (message, facts) => put('info', message, facts),
    warn: (message, facts) => put('warn', message, facts),
    alarm: (message, facts, error) =>
      put('alarm', message, { ...facts, alarm: true, error: error instanceof Error ? error.stack : error }),
  }
}

/** The same log, with `always` in each line. */
export function noting(log: Log, always: LogLine): Log {
  return {
    info: (message, facts) => log.info(message, { ...always, ...facts }),
    warn: (message, facts) => log.warn(message, { ...always, ...facts }),
    alarm: (message, facts, error) => log.alarm(message, { ...always, ...facts }, error),
  }
}
