// How much processor time a process has used, whoever it is.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100

/** Milliseconds of processor time that a process of another program has used; undefined where the system does not tell. */
export function usedBy(pid: number): number | undefined {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return undefined
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND
}

/** A server in a process of its own that says where it listens and what processor time it has used. */
export type BenchServer = { origin: string; used(): Promise<number>; stop(): void }

/** Starts a file that calls `serveBench`. */
export async function startBenchServer(
  file: string,
  environment: Record<string, string>,
): Promise<BenchServer> {
  const child: ChildProcess = fork(file, { env: { ...process.env, ...environment }, stdio: 'inherit' })
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const [port] = await once(child, 'message')
  return {
    origin: `http://127.0.0.1:${port}`,
    used: async () => {
      child.send('used')
      const [milliseconds] = await once(child, 'message')
      return Number(milliseconds)
    },
    stop: () => {
      process.off('exit', kill)
      kill()
    },
  }
}
