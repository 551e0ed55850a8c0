import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { publishedKey, publishedProducts, readPublished } from '#catalogue'
import { storedJob } from '#platform/jobs/job-store'
import { idOf } from '#shared/ids'
import { addSeconds } from '#shared/time'
import { runDue } from '../../functions/entry/schedule.ts'
import { importFileKey } from '../../functions/imports/import-rows.ts'
import { aCompany } from '../support/builders.ts'
import { aWorld, type FakeWorld, realNow } from '../support/fake-world.ts'
import { anImporter, beginImport, verdictsOf } from './run-import.ts'

const ROWS = 2000
const KILLED_AFTER = 300
let world: FakeWorld
let folder: string
let child: ChildProcess | undefined

beforeAll(async () => {
  world = await aWorld({ now: realNow() })
  folder = mkdtempSync(join(tmpdir(), 'import-'))
  await aCompany(world)
})
afterAll(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function startProcess(): ChildProcess {
  const { PATH } = process.env
  const env = {
    PATH,
    TABLE_NAME: world.config.tableName,
    DYNAMODB_ENDPOINT: inject('databaseEndpoint'),
    SECRET: world.config.secret,
    TEST_FILES: folder,
  }
  return spawn(process.execPath, [join(import.meta.dirname, 'import-process.ts')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

it('an import of 2,000 rows survives kill -9', async () => {
  const file = `code,name_zh\n${Array.from({ length: ROWS }, (_, at) => `K-${String(at + 1).padStart(4, '0')},商品${at + 1}`).join('\n')}\n`
  const cookie = await anImporter(world)
  const { jobId } = await beginImport(world, cookie, 'products', file)
  mkdirSync(join(folder, 'imports'))
  writeFileSync(join(folder, importFileKey(jobId)), file)
  const standing = () => storedJob(world.table, idOf('job', jobId.slice('job_'.length)))

  child = startProcess()
  await expect
    .poll(async () => (await standing())?.done ?? 0, { timeout: 20_000, interval: 20 })
    .toBeGreaterThan(KILLED_AFTER)
  const ended = new Promise((resolve) => child?.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  const left = await standing()
  expect(left).toMatchObject({ state: 'running' })
  expect(left?.done).toBeLessThan(ROWS)

  world.setNow(realNow())
  expect(await runDue(world)).toBe(0)
  world.setNow(addSeconds(realNow(), 31))
  expect(await runDue(world)).toBe(1)

  const job = await standing()
  expect(job).toMatchObject({ state: 'done', done: ROWS, total: ROWS })
  expect(Object.values(job?.verdicts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(ROWS)
  expect(job?.verdicts.refused).toBeUndefined()
  const rows = await verdictsOf(world, await anImporter(world), jobId)
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: ROWS }, (_, at) => at + 1))
  const published = await publishedProducts(world, readPublished(await world.table.get(publishedKey)))
  expect([...published.values()].map(({ code, name }) => `${code} ${name.zh}`)).toEqual(
    Array.from({ length: ROWS }, (_, at) => `K-${String(at + 1).padStart(4, '0')} 商品${at + 1}`),
  )
})
