// Runs the embedded DynamoDB as a child process and finds the one a killed parent left behind.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const ANSWER_WITHIN_MS = 10_000

/** Path of the embedded database's binary; throws one clear line where the platform has none. */
export function databaseBinary(platform = `${process.platform}-${process.arch}`): string {
  try {
    const manifest = createRequire(import.meta.url).resolve(`@dynoxide/${platform}/package.json`)
    return join(dirname(manifest), 'dynoxide')
  } catch {
    throw new Error(
      `There is no embedded database for ${platform}: run \`docker run -p 8000:8000 amazon/dynamodb-local\` and set DYNAMODB_ENDPOINT=http://127.0.0.1:8000`,
    )
  }
}

/** A port of 127.0.0.1 that is free now; the given one if it is free, else an error that names it. */
export function freePort(wanted = 0): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const probe = createServer()
  probe.once('error', () => reject(new Error(`Port ${wanted} for the database is taken`)))
  probe.listen(wanted, '127.0.0.1', () => {
    const address = probe.address()
    probe.close(() =>
      typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port')),
    )
  })
  return promise
}

/** Starts the binary and waits until it answers; it runs in a session of its own so that Ctrl-C reaches us first. */
export async function spawnDatabase(file: string | undefined, port: number): Promise<ChildProcess> {
  const where = file === undefined ? [] : ['--db-path', file]
  const child = spawn(databaseBinary(), ['serve', '--host', '127.0.0.1', '--port', String(port), ...where], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString('utf8')).slice(-500)
  })
  child.on('error', (error) => {
    complaint = error.message
  })
  await untilAnswering(child, port, () => complaint)
  return child
}

async function untilAnswering(child: ChildProcess, port: number, complaint: () => string): Promise<void> {
  const deadline = Date.now() + ANSWER_WITHIN_MS
  while (Date.now() < deadline) {
    if (hasEnded(child) || child.pid === undefined) break
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
    if (answer?.ok && !hasEnded(child)) return
    await sleep(15)
  }
  child.kill('SIGKILL')
  throw new Error(`The embedded database did not start: ${complaint().trim().split('\n').at(-1) ?? ''}`)
}

/** Ends the process when this one is gone, however it went; answers what calls that off. */
export function endWithParent(pid: number): () => void {
  // The pipe closes with this process, even by kill -9.
  const watch = spawn('/bin/sh', ['-c', `cat > /dev/null; kill -9 ${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watch.on('error', () => undefined)
  watch.unref()
  if (watch.stdin && 'unref' in watch.stdin && typeof watch.stdin.unref === 'function') watch.stdin.unref()
  return () => {
    watch.kill('SIGKILL')
  }
}

/** Whether the child has exited or was killed. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

type Lock = { pid: number; parent: number }

/** Notes who serves the file, so that a later start can find an orphan. */
export function writeLock(file: string, pid: number): void {
  writeFileSync(lockOf(file), JSON.stringify({ pid, parent: process.pid } satisfies Lock))
}

/** Removes the note, if it still speaks of this process's database. */
export function removeLock(file: string, pid: number): void {
  if (readLock(file)?.pid === pid) rmSync(lockOf(file), { force: true })
}

/** Ends the database that a killed parent left on this file; refuses when its parent still lives. */
export async function endOrphan(file: string): Promise<void> {
  const lock = readLock(file)
  if (!lock || !servesFile(lock.pid, file)) return
  if (parentOf(lock.pid) === lock.parent) {
    throw new Error(`The database file ${file} is in use by process ${lock.parent}`)
  }
  process.kill(lock.pid, 'SIGKILL')
  while (servesFile(lock.pid, file)) await sleep(10)
}

function lockOf(file: string): string {
  return `${file}.pid`
}

function readLock(file: string): Lock | undefined {
  try {
    const { pid, parent }: Partial<Lock> = JSON.parse(readFileSync(lockOf(file), 'utf8'))
    return Number.isInteger(pid) && Number.isInteger(parent) && pid && parent ? { pid, parent } : undefined
  } catch {
    return undefined
  }
}

function servesFile(pid: number, file: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return (words[0] ?? '').endsWith('dynoxide') && words.includes(file)
  } catch {
    return false
  }
}

function parentOf(pid: number): number | undefined {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? ''
    return Number(afterName.split(' ')[1])
  } catch {
    return undefined
  }
}
