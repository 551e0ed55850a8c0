import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { keepDatabaseAlive, type LastingDatabase } from '../../../infra/local/database.ts'
import { aWorld, type FakeWorld, realNow } from '../../support/fake-world.ts'
import { type FaultProxy, type FaultProxyOptions, startFaultProxy } from '../proxy.ts'
import type { Plant } from './planted-bugs.ts'

const PATIENCE_MILLISECONDS = 20_000

/** A database on a file, a proxy that makes faults before it, and server processes behind the proxy. */
export type Stage = {
  /** A world that reaches the database past the proxy: for setting up and for looking afterwards. */
  truth: FakeWorld
  proxy: FaultProxy
  origins: string[]
  killServer(at: number): Promise<void>
  killDatabase(): Promise<void>
  kills: { server: number; database: number }
  stop(): Promise<void>
}

export type StageSettings = {
  seed: number
  servers?: number
  plant?: Plant
  counterForm?: 'transaction' | 'reservation'
  faults?: FaultProxyOptions['faults']
  skewSeconds?: readonly number[]
}

export async function openStage(settings: StageSettings): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'storm-'))
  const database: LastingDatabase = await keepDatabaseAlive({ file: join(folder, 'storm.db') })
  const truth = await aWorld({ endpoint: database.endpoint, tableName: 'storm', now: realNow() })
  const proxy = await startFaultProxy({
    target: database.endpoint,
    seed: settings.seed,
    faults: settings.faults,
  })
  const servers = await Promise.all(
    Array.from({ length: settings.servers ?? 2 }, (_, at) => startServer(proxy.endpoint, settings, at)),
  )
  const kills = { server: 0, database: 0 }
  return {
    truth,
    proxy,
    kills,
    origins: servers.map(({ origin }) => origin),
    killServer: async (at) => {
      kills.server++
      await servers[at]?.restart()
    },
    killDatabase: async () => {
      kills.database++
      process.kill(database.pid(), 'SIGKILL')
      await sleep(50)
    },
    stop: async () => {
      for (const server of servers) server.stop()
      await proxy.stop()
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Server = { origin: string; restart(): Promise<void>; stop(): void }

async function startServer(
  endpoint: string,
  { plant, counterForm, skewSeconds }: StageSettings,
  at: number,
): Promise<Server> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const environment = {
    ...process.env,
    PORT: String(port),
    PUBLIC_ORIGIN: origin,
    DYNAMODB_ENDPOINT: endpoint,
    TABLE_NAME: 'storm',
    CLOCK_SKEW_SECONDS: String(skewSeconds?.[at] ?? 0),
    ...(plant && { PLANT: plant }),
    COUNTER_FORM: counterForm ?? 'transaction',
  }
  let child = await spawnServer(environment)
  const stop = () => void child.kill('SIGKILL')
  process.once('exit', stop)
  return {
    origin,
    restart: async () => {
      child.kill('SIGKILL')
      child = await spawnServer(environment)
    },
    stop,
  }
}

async function spawnServer(environment: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const file = join(import.meta.dirname, 'server-process.ts')
  const child = spawn(process.execPath, [file], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error('A server process did not start'))
    }, PATIENCE_MILLISECONDS)
    child.stdout?.once('data', () => {
      clearTimeout(late)
      resolve()
    })
    child.once('exit', (code) => reject(new Error(`A server process ended with ${code}`)))
  })
  return child
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
