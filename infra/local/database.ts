// Starts the embedded DynamoDB on a file (or in memory) and keeps it alive.
import type { ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  endOrphan,
  endWithParent,
  freePort,
  hasEnded,
  removeLock,
  spawnDatabase,
  writeLock,
} from './database-process.ts'

const PATIENCE_AFTER_RAPID_DEATH_MS = 200
const RESTART_ATTEMPTS = 10

export type RunningDatabase = {
  endpoint: string
  pid: number
  stop(): Promise<void>
  kill(): void
  exited: Promise<void>
}

export type DatabasePlace = { file?: string | undefined; port?: number | undefined }

/** Starts the embedded DynamoDB and resolves when it answers; without a file it lives in memory. */
export async function startDatabase(place: DatabasePlace): Promise<RunningDatabase> {
  const file = place.file === undefined ? undefined : resolve(place.file)
  if (file) {
    mkdirSync(dirname(file), { recursive: true })
    await endOrphan(file)
  }
  const port = await freePort(place.port)
  const child = await spawnDatabase(file, port)
  const pid = child.pid ?? 0
  if (file) writeLock(file, pid)
  return running(child, pid, port, file)
}

function running(child: ChildProcess, pid: number, port: number, file: string | undefined): RunningDatabase {
  const killWithParent = () => child.kill('SIGKILL')
  process.once('exit', killWithParent)
  const { promise: exited, resolve: settle } = Promise.withResolvers<void>()
  // A database in memory has no lock file to be found by, so it must not outlive us.
  const callOff = file ? undefined : endWithParent(pid)
  const ended = () => {
    process.off('exit', killWithParent)
    callOff?.()
    if (file) removeLock(file, pid)
    settle()
  }
  if (hasEnded(child)) ended()
  else child.once('exit', ended)
  return {
    endpoint: `http://127.0.0.1:${port}`,
    pid,
    exited,
    kill: killWithParent,
    async stop() {
      child.kill('SIGTERM')
      const late = setTimeout(killWithParent, 3000)
      await exited
      clearTimeout(late)
    },
  }
}

export type LastingDatabase = { endpoint: string; pid(): number; stop(): Promise<void> }

/**
 * Starts the database and starts it again on the same port whenever it dies unasked.
 * `onRestart` is told the new process id, `onGiveUp` when a restart fails.
 */
export async function keepDatabaseAlive(
  place: DatabasePlace & { onRestart?: (pid: number) => void; onGiveUp?: (error: unknown) => void },
): Promise<LastingDatabase> {
  let current = await startDatabase(place)
  let stopping = false
  const port = Number(new URL(current.endpoint).port)
  const guard = async () => {
    for (;;) {
      const startedAt = Date.now()
      await current.exited
      if (stopping) return
      if (Date.now() - startedAt < PATIENCE_AFTER_RAPID_DEATH_MS) await sleep(PATIENCE_AFTER_RAPID_DEATH_MS)
      current = await startPatiently({ file: place.file, port })
      if (stopping) return void current.stop()
      place.onRestart?.(current.pid)
    }
  }
  const guarded = guard().catch((error: unknown) => place.onGiveUp?.(error))
  return {
    endpoint: current.endpoint,
    pid: () => current.pid,
    async stop() {
      stopping = true
      await current.stop()
      await guarded
    },
  }
}

async function startPatiently(place: DatabasePlace): Promise<RunningDatabase> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startDatabase(place)
    } catch (error) {
      if (attempt === RESTART_ATTEMPTS) throw error
      await sleep(PATIENCE_AFTER_RAPID_DEATH_MS)
    }
  }
}
