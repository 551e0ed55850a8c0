import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { publishedKey, publishedProducts, readPublished } from '#catalogue'
import type { ImportId } from '#shared/ids'
import { addSeconds } from '#shared/time'
import { runDue } from '../../functions/entry/schedule.ts'
import { importFileKey } from '../../functions/imports/start-import.ts'
import { aCompany } from '../support/builders.ts'
import { aWorld, type FakeWorld, realNow } from '../support/fake-world.ts'
import { anImporter, beginImport, standingOf, step, verdictsOf } from './run-import.ts'

const ROWS = 2000
const KILLED_AFTER = 300
let world: FakeWorld
let folder: string
let child: ChildProcess | undefined
let cookie: string
let importId: ImportId

const codeOf = (at: number) => `K-${String(at + 1).padStart(4, '0')}`

beforeAll(async () => {
  world = await aWorld({ now: realNow() })
  folder = mkdtempSync(join(tmpdir(), 'import-'))
  await aCompany(world)
  const rows = Array.from({ length: ROWS }, (_, at) => `${codeOf(at)},商品${at + 1}`)
  const file = `code,name_zh\n${rows.join('\n')}\n`
  cookie = await anImporter(world)
  importId = (await beginImport(world, cookie, 'products', file)).importId
  mkdirSync(join(folder, 'imports'))
  writeFileSync(join(folder, importFileKey(importId)), file)
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

/** Runs a phase in a process that is killed midway, and then to its end in this one. */
async function killMidway(phase: 'preview' | 'confirmation' | 'undo') {
  world.setNow(realNow())
  await step(world, cookie, importId, phase)
  const standing = () => standingOf(world, cookie, importId)
  child = startProcess()
  await expect
    .poll(async () => (await standing()).done, { timeout: 20_000, interval: 20 })
    .toBeGreaterThan(KILLED_AFTER)
  const ended = new Promise((resolve) => child?.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  expect((await standing()).done).toBeLessThan(ROWS)
  world.setNow(realNow())
  expect(await runDue(world)).toBe(0)
  world.setNow(addSeconds(realNow(), 31))
  expect(await runDue(world)).toBe(1)
  const rows = await verdictsOf(world, cookie, importId)
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: ROWS }, (_, at) => at + 1))
  return standing()
}

async function productsOnSale() {
  const published = await publishedProducts(world, readPublished(await world.table.get(publishedKey)))
  const onSale = [...published.values()].filter(({ state }) => state === 'on-sale')
  return onSale.map(({ code, name }) => `${code} ${name.zh}`)
}

it('a preview of 2,000 rows survives kill -9', async () => {
  expect(await killMidway('preview')).toMatchObject({
    state: 'previewed',
    done: ROWS,
    total: ROWS,
    verdicts: { new: ROWS },
  })
  expect(await productsOnSale()).toEqual([])
})

it('applying it survives kill -9 as well', async () => {
  expect(await killMidway('confirmation')).toMatchObject({
    state: 'applied',
    done: ROWS,
    total: ROWS,
    verdicts: { new: ROWS },
  })
  const expected = Array.from({ length: ROWS }, (_, at) => `${codeOf(at)} 商品${at + 1}`)
  expect(await productsOnSale()).toEqual(expected)
})

it('taking it back survives kill -9 too', async () => {
  expect(await killMidway('undo')).toMatchObject({
    state: 'undone',
    done: ROWS,
    total: ROWS,
    verdicts: { undone: ROWS },
  })
  expect(await productsOnSale()).toEqual([])
})
