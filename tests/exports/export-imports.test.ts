import { beforeAll, expect, it } from 'vitest'
import { startExport } from '../../functions/exports/start-export.ts'
import { beginImport, previewImport } from '../imports/run-import.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { exported } from './exported.ts'

let world: FakeWorld
let call: Call
let cookie: string

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  const file = 'code,name_zh\nA,一\n,二\nC,三\n'
  ;({ cookie } = await previewImport(world, 'products', file))
  world.pass(60)
  await beginImport(world, cookie, 'customers', 'code,name_zh\nK-1,店\n')
})

const path = '/exports'

it.each(['csv', 'xlsx'])('the list of imports goes out as %s', async (format) => {
  const { rows } = await exported(world, call, { path, cookie, body: { kind: 'imports', format } })
  const [heading, ...found] = rows
  expect(heading?.slice(0, 9)).toEqual([
    'File name',
    'Kind',
    'State',
    'Begun',
    'Rows',
    'new',
    'changed',
    'unchanged',
    'refused',
  ])
  expect(found.map((row) => row.slice(0, 9))).toEqual([
    ['customers.csv', 'Customers', 'Columns to be matched', '2026-11-25 12:01', '0', '0', '0', '0', '0'],
    ['products.csv', 'Products', 'To be confirmed', '2026-11-25 12:00', '3', '2', '0', '0', '1'],
  ])
})

it('an exported list is narrowed as its page is', async () => {
  const body = { kind: 'imports', filter: { state: 'previewed', by: 'me' } }
  const { rows } = await exported(world, call, { path, cookie, body })
  expect(rows.slice(1).map(([name]) => name)).toEqual(['products.csv'])
})

it('staff who bring in no customers see none of theirs', async () => {
  const planner = await aSession(world, await someStaff(world, [{ role: 'supply-planner', unitPath: 'hq' }]))
  const { rows } = await exported(world, call, { path, cookie: planner, body: { kind: 'imports' } })
  expect(rows).toHaveLength(1)
})

it('staff who bring in no files get no list', async () => {
  const analyst = await aSession(world, await someStaff(world, [{ role: 'analyst', unitPath: 'hq' }]))
  const refused = await call(path, { method: 'POST', cookie: analyst, body: { kind: 'imports' } })
  expect(refused.body.code).toBe('identity.not_allowed')
})

it('a machine takes the list with master data alone', async () => {
  const asked = { kind: 'imports', format: 'csv', language: 'zh', subtrees: [''] } as const
  const begin = (scope: 'orders.read' | 'master-data.write') =>
    startExport(world, { kind: 'client', clientId: 'erp', scopes: [scope] }, asked, {
      key: scope,
      fingerprint: scope,
    })
  await expect(begin('orders.read')).rejects.toThrow('identity.not_allowed')
  expect(await begin('master-data.write')).toMatchObject({ kind: 'export-imports' })
})
