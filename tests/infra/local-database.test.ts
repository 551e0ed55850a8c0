import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keepDatabaseAlive, startDatabase } from '../../infra/local/database.ts'
import { databaseBinary } from '../../infra/local/database-process.ts'
import { openLocalTable } from '../../infra/local/local-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'database-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a database that dies comes back with its data', async () => {
  const file = join(folder, 'kept.db')
  const { promise: restarted, resolve } = Promise.withResolvers<number>()
  const database = await keepDatabaseAlive({ file, onRestart: resolve })
  const table = await openLocalTable({ endpoint: database.endpoint, tableName: 'kept' })
  await table.put({ pk: 'a', sk: 'b', text: 'remembered' })
  process.kill(database.pid(), 'SIGKILL')
  await restarted
  expect(await table.get('a', 'b')).toMatchObject({ text: 'remembered' })
  await database.stop()
  expect(existsSync(`${file}.pid`)).toBe(false)
})

test('an orphan of a killed parent is ended first', async () => {
  const file = join(folder, 'orphaned.db')
  const { parent, pid: orphan } = await aParentWith({ file })
  await expect(startDatabase({ file })).rejects.toThrow(`in use by process ${parent.pid}`)
  const gone = new Promise((resolve) => parent.once('exit', resolve))
  parent.kill('SIGKILL')
  await gone
  const database = await startDatabase({ file })
  expect(commandLineOf(orphan)).toBe('')
  await database.stop()
})

test('a database in memory ends with its parent', async () => {
  const { parent, pid } = await aParentWith({})
  expect(commandLineOf(pid)).toContain('dynoxide')
  parent.kill('SIGKILL')
  await expect.poll(() => commandLineOf(pid), { interval: 10, timeout: 5000 }).toBe('')
})

test('several openers create the table only once', async () => {
  const database = await startDatabase({})
  const opened = await Promise.all(
    ['one', 'two', 'three'].map(() => openLocalTable({ endpoint: database.endpoint, tableName: 'shared' })),
  )
  await opened[0]?.put({ pk: 'a', sk: 'b' })
  expect(await opened[2]?.get('a', 'b')).toEqual({ pk: 'a', sk: 'b' })
  await database.stop()
})

test('an expired item is not read any more', async () => {
  const database = await startDatabase({})
  const table = await openLocalTable({ endpoint: database.endpoint, tableName: 'passing', now: () => 10_000 })
  await table.put({ pk: 'a', sk: 'past', expires: 9 })
  await table.put({ pk: 'a', sk: 'soon', expires: 11 })
  expect(await table.get('a', 'past')).toBeUndefined()
  expect((await table.query('a')).map((item) => item.sk)).toEqual(['soon'])
  await database.stop()
})

async function aParentWith(place: { file?: string }) {
  const module = new URL('../../infra/local/database.ts', import.meta.url).href
  const script = `const { startDatabase } = await import(${JSON.stringify(module)})
    const database = await startDatabase(${JSON.stringify(place)})
    console.log(database.pid)
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = await new Promise<number>((resolve) => {
    parent.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())))
  })
  return { parent, pid }
}

// A killed process that nobody reaps keeps its entry, with an empty command line.
function commandLineOf(pid: number): string {
  const path = `/proc/${pid}/cmdline`
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

test('a platform without a database asks for an endpoint', () => {
  expect(() => databaseBinary('sunos-sparc')).toThrow(
    /sunos-sparc: run `docker run .*` and set DYNAMODB_ENDPOINT=http/,
  )
})
