import { beforeAll, expect, it } from 'vitest'
import { ImportList } from '#shared/imports'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { anImporter, previewImport } from './run-import.ts'

let world: FakeWorld
let call: Call
let cookie: string

const kindsOf = async (query: string) =>
  ImportList.parse((await call(`/imports?${query}`, { cookie })).body).items.map(({ kind }) => kind)

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  cookie = await anImporter(world)
  const begin = (kind: string) =>
    call('/imports', { method: 'POST', cookie, body: { kind, fileName: `${kind}.csv` } })
  for (const kind of ['customers', 'products', 'products', 'products']) {
    await begin(kind)
    world.pass(1)
  }
  await previewImport(world, 'products', 'code,name_zh\nA,一\n')
})

it('imports are narrowed by kind and by state', async () => {
  expect(await kindsOf('kind=products')).toHaveLength(4)
  expect(await kindsOf('kind=products&state=waiting')).toHaveLength(3)
  expect(await kindsOf('state=previewed')).toEqual(['products'])
  expect(await kindsOf('state=applied')).toEqual([])
})

it('a page reads on until some imports fit', async () => {
  expect(await kindsOf('kind=customers&limit=1')).toEqual(['customers'])
})

it('one sees the own imports alone on demand', async () => {
  expect((await kindsOf('by=me&state=waiting')).length).toBe(4)
  const other = await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }])
  const { body } = await call('/imports?by=me', { cookie: await aSession(world, other) })
  expect(body.items).toEqual([])
  expect((await call('/imports?kind=cakes', { cookie })).status).toBe(400)
})
