import { writeSync } from 'node:fs'
import { expect, it } from 'vitest'
import { customerIdOfCode, storedCustomers } from '#accounts'
import { runDue } from '../../functions/entry/schedule.ts'
import { startDatabase } from '../../infra/local/database.ts'
import { applyImport, previewImport } from '../imports/run-import.ts'
import { aCompany, aCustomer } from '../support/builders.ts'
import { aWorld } from '../support/fake-world.ts'

const ROWS = 2000

const files = {
  products: () => `code,name_zh\n${lines((at) => `S-${at},商品 ${at}`)}`,
  customers: () => `code,name_zh\n${lines((at) => `C-${at},店 ${at}`)}`,
  balances: () => `customer,balance\n${lines((at) => `C-${at},1.00`)}`,
  orders: () =>
    `document,customer,product,quantity,placed_at,price\n${lines((at) => `D-${at >> 2},C-${(at >> 2) % 50},S-${at},1,2026-01-02,1`)}`,
} as const

function lines(line: (at: number) => string): string {
  return Array.from({ length: ROWS }, (_, at) => line(at)).join('\n')
}

it('files of each kind are taken, with their rates', { timeout: 600_000 }, async () => {
  const database = await startDatabase({})
  const world = await aWorld({ endpoint: database.endpoint })
  await aCompany(world)
  await aCustomer(world, 'first')
  for (const kind of ['customers', 'products', 'balances', 'orders'] as const) {
    const start = performance.now()
    const { importId, cookie } = await previewImport(world, kind, files[kind]())
    const previewed = performance.now()
    const { job } = await applyImport(world, cookie, importId)
    const applied = performance.now()
    expect(job.state).toBe('applied')
    const rate = (from: number, to: number) => Math.round(ROWS / ((to - from) / 1000))
    writeSync(
      1,
      `${kind}: preview ${rate(start, previewed)}, apply ${rate(previewed, applied)} rows a second\n`,
    )
  }
  await runDue(world)
  const [last] = await storedCustomers(world.table, [customerIdOfCode(`C-${ROWS - 1}`)], { isStrong: true })
  expect(last?.account.balance).toBe(100)
  await database.stop()
})
