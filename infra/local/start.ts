// One command: database, sign-in, mailbox, files, API and site of a demonstration company on one machine.
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
const repository = join(import.meta.dirname, '../..')

/** Starts everything, or ends with one clear line and exit code 1. */
async function start(): Promise<void> {
  const { values: flags } = parseArgs({
    options: { fresh: { type: 'boolean' }, preset: { type: 'string', default: 'supplied' } },
  })
  if (flags.preset !== 'supplied' && flags.preset !== 'traded')
    throw new Error(`--preset is supplied or traded, not ${flags.preset}`)
  const folder = dataFolder(flags.preset, flags.fresh ?? false)
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
    environment: process.env.PUBLIC_ORIGIN ? { PUBLIC_ORIGIN: process.env.PUBLIC_ORIGIN } : {},
  }).catch(async (error: unknown) => {
    await database.stop()
    throw error
  })
  endOnSignal(server, database.stop)
  await demonstrate(server, flags.preset)
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
