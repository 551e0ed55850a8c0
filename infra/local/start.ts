// One command: API and site of a demonstration company, with every neighbour that the environment does not name.
import { accessSync, constants, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createTableIfMissing } from '../../functions/platform/storage/create-table.ts'
import { createDatabaseClient } from '../../functions/platform/storage/dynamo-table.ts'
import { keepDatabaseAlive } from './database.ts'
import { type PortalServer, startPortalServer } from './portal-server.ts'
import { secretsIn } from './secrets.ts'
import { demonstrate } from './seed/load-demonstration.ts'

const USUAL_PORT = 8080
const DEMONSTRATION_ZONE = 'Asia/Shanghai'
const repository = join(import.meta.dirname, '../..')

/** Starts everything, or ends with one clear line and exit code 1. */
async function start(): Promise<void> {
  const { values: flags } = parseArgs({
    options: {
      fresh: { type: 'boolean' },
      empty: { type: 'boolean' },
      preset: { type: 'string', default: 'supplied' },
    },
  })
  if (flags.preset !== 'supplied' && flags.preset !== 'traded')
    throw new Error(`--preset is supplied or traded, not ${flags.preset}`)
  if (!flags.empty && (process.env.TENANT_TIME_ZONE || DEMONSTRATION_ZONE) !== DEMONSTRATION_ZONE)
    throw new Error(`The demonstration lives in ${DEMONSTRATION_ZONE}. In another zone: npm start -- --empty`)
  const folder = dataFolder(flags.empty ? 'own' : flags.preset, flags.fresh ?? false)
  const database = process.env.DYNAMODB_ENDPOINT
    ? { endpoint: process.env.DYNAMODB_ENDPOINT, stop: async () => undefined }
    : await keepDatabaseAlive({ file: join(folder, 'dianlian.db') })
  const tableName = process.env.TABLE_NAME ?? 'dianlian'
  await createTableIfMissing(
    createDatabaseClient({ databaseEndpoint: database.endpoint, region: 'local' }),
    tableName,
  )
  const server = await startPortalServer({
    port: Number(process.env.PORT ?? USUAL_PORT),
    databaseEndpoint: database.endpoint,
    tableName,
    filesFolder: join(folder, 'files'),
    secrets: secretsIn(folder),
    siteFolder: join(repository, 'dist/site'),
    log: (line) => console.warn(line),
    environment: process.env,
  }).catch(async (error: unknown) => {
    await database.stop()
    throw error
  })
  endOnSignal(server, database.stop)
  if (flags.empty) console.log(`打开 open ${server.origin}/ · ${database.endpoint}`)
  else await demonstrate(server, flags.preset)
}

function dataFolder(preset: string, isFresh: boolean): string {
  const folder = join(process.env.DATA_FOLDER ?? join(repository, '.data'), preset)
  if (isFresh) rmSync(folder, { recursive: true, force: true })
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch {
    throw new Error(`The folder ${folder} cannot be written. Set DATA_FOLDER to one that can.`)
  }
  return folder
}

function endOnSignal(server: PortalServer, stopDatabase: () => Promise<void>): void {
  let isEnding = false
  const end = async () => {
    if (isEnding) return
    isEnding = true
    await server.stop()
    await stopDatabase()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end())
}

function lineFor(error: unknown): string {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (isTaken)
    return `Port ${process.env.PORT ?? USUAL_PORT} is taken. Choose another one: PORT=8081 npm start`
  return error instanceof Error ? error.message : String(error)
}

start().catch((error: unknown) => {
  console.error(lineFor(error))
  process.exit(1)
})
