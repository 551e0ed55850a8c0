import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import type { ImportId } from '#shared/ids'
import type { ImportKind } from '#shared/import-words'
import { StartedImport } from '#shared/imports'
import { importFileKey } from '../../functions/imports/start-import.ts'
import { type RunningDatabase, startDatabase } from '../../infra/local/database.ts'
import { createLocalFiles } from '../../infra/local/files.ts'
import { anImporter, standingOf, step } from '../imports/run-import.ts'
import { apiOf } from '../support/api-client.ts'
import { aCompany, aCycle, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld, realNow } from '../support/fake-world.ts'
import {
  GRADES,
  limitedCode,
  writeBalances,
  writeCustomers,
  writeLimits,
  writePrices,
  writeProducts,
} from './big-files.ts'

const ROWS = Number(process.env.BIG_ROWS ?? 100_000)
/** What a function of 1 GB leaves to the heap. */
const HEAP_MEGABYTES = 512
const HOUR = 3_600_000

const Spent = z.object({ done: z.literal(1), rss: z.number(), heap: z.number(), longestStep: z.number() })
let database: RunningDatabase
let world: FakeWorld
let folder: string
let cookie: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'big-import-'))
  database = await startDatabase({})
  world = await aWorld({ endpoint: database.endpoint, now: realNow() })
  world.files = createLocalFiles({ folder, secret: world.config.secret, origin: world.config.publicOrigin })
  await aCompany(world)
  cookie = await anImporter(world)
})
afterAll(async () => {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Asks for a phase and does it in a process with little memory; prints and answers what it took. */
async function phase(importId: ImportId, kind: ImportKind, name: 'preview' | 'confirmation' | 'undo') {
  world.setNow(realNow())
  await step(world, cookie, importId, name)
  const { PATH } = process.env
  const { tableName: TABLE_NAME, secret: SECRET } = world.config
  const env = { PATH, TABLE_NAME, SECRET, DYNAMODB_ENDPOINT: database.endpoint, TEST_FILES: folder }
  const script = join(import.meta.dirname, 'big-import-process.ts')
  const start = performance.now()
  const given = [`--max-old-space-size=${HEAP_MEGABYTES}`, script]
  const { stdout } = await promisify(execFile)(process.execPath, given, { env })
  const seconds = (performance.now() - start) / 1000
  const spent = Spent.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
  const rate = Math.round(ROWS / seconds)
  const took = `${Math.round(seconds)} s, ${rate} rows a second, longest step ${spent.longestStep} s`
  writeSync(1, `${kind} ${name}: ${took}, ${spent.rss} MB in all, ${spent.heap} MB of heap\n`)
  return standingOf(world, cookie, importId)
}

async function take(
  kind: ImportKind,
  verdict: 'new' | 'changed',
  write: (path: string, count: number) => Promise<void>,
) {
  const sent = { method: 'POST', cookie, body: { kind, fileName: kind } }
  const { importId } = StartedImport.parse((await apiOf(world)('/imports', sent)).body).import
  await world.files.write(importFileKey(importId), '', 'text/csv')
  await write(join(folder, importFileKey(importId)), ROWS)
  await step(world, cookie, importId, 'reading')
  const preview = await phase(importId, kind, 'preview')
  expect(preview).toMatchObject({ state: 'previewed', verdicts: { [verdict]: ROWS } })
  const apply = await phase(importId, kind, 'confirmation')
  expect(apply).toMatchObject({ state: 'applied', verdicts: { [verdict]: ROWS } })
  return importId
}

async function takeBack(kind: ImportKind, importId: ImportId) {
  const undo = await phase(importId, kind, 'undo')
  expect(undo).toMatchObject({ state: 'undone', verdicts: { undone: ROWS } })
}

it('100,000 customers and balances come in with little memory', { timeout: HOUR }, async () => {
  await take('customers', 'new', writeCustomers)
  await take('balances', 'changed', writeBalances)
})

it('100,000 products and prices come in, and are taken back', { timeout: HOUR }, async () => {
  const products = await take('products', 'new', writeProducts)
  await takeBack('prices', await take('prices', 'new', writePrices))
  await takeBack('products', products)
})

it('100,000 limits of one cycle come in', { timeout: HOUR }, async () => {
  const cycleId = await aCycle(world)
  const codes = Array.from({ length: Math.ceil(ROWS / GRADES) }, (_, at) => limitedCode(at + 1))
  await someProducts(
    world,
    codes.map((code) => ({ code })),
  )
  await take('limits', 'new', (path, count) => writeLimits(path, count, cycleId))
})
