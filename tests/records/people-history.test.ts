import { beforeAll, describe, expect, it } from 'vitest'
import { addContact } from '#identity'
import type { CustomerId, PersonId } from '#shared/ids'
import { runDue } from '../../functions/entry/schedule.ts'
import { anImporter, beginImport, step } from '../imports/run-import.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import {
  aCompany,
  aCustomer,
  aCycle,
  aMember,
  aRelease,
  aSession,
  someProducts,
  someStaff,
} from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call
let cookie: string
let customerId: CustomerId
let personId: PersonId

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
  customerId = await aCustomer(world, 'P-1')
  personId = await aMember(world, customerId, 'buyer')
})

const told = async (path: string) => (await call(`${path}/history`, { cookie })).body.items
const asOf = async (path: string, at: string) =>
  (await call(`${path}/history/record?at=${at}`, { cookie })).body.record

describe('history of people', () => {
  it('a member tells each role, and that of a day', async () => {
    const path = `/customers/${customerId}/members/${personId}`
    const then = world.clock.now()
    world.pass(60)
    const body = { role: 'service-clerk', isDisabled: false }
    await call(path, { method: 'PUT', cookie, body, headers: { 'if-match': '"1"' } })
    expect(await told(path)).toMatchObject([
      {
        type: 'member.changed',
        by: { kind: 'staff' },
        change: { role: { from: 'buyer', to: 'service-clerk' } },
      },
      { type: 'member.invited', change: { role: { from: null, to: 'buyer' } } },
    ])
    expect(await asOf(path, then)).toMatchObject({ role: 'buyer', version: 1 })
    expect(
      (await call(`/customers/${customerId}/members/per_0000000000000000/history`, { cookie })).status,
    ).toBe(404)
  })

  it('a contact tells what it was after it is gone', async () => {
    const contact = { customerId, name: '王芳', title: '店长', receivesDeliveries: true }
    const { personId: whom } = await addContact(world, tester, contact, 'once')
    const then = world.clock.now()
    world.pass(60)
    const path = `/customers/${customerId}/contacts/${whom}`
    const remove = (version: number) =>
      call(path, { method: 'DELETE', cookie, headers: { 'if-match': `"${version}"` } })
    expect((await remove(7)).body.code).toBe('request.changed_meanwhile')
    await remove(1)
    expect(await told(path)).toMatchObject([{ type: 'contact.removed' }, { type: 'contact.added' }])
    expect(await asOf(path, then)).toEqual({ name: '王芳', title: '店长', receivesDeliveries: true })
  })

  it('staff tell their roles within the own units alone', async () => {
    const grants = [{ role: 'analyst', unitPath: 'hq/53' } as const]
    const whom = await someStaff(world, grants)
    expect(await told(`/staff/${whom}`)).toMatchObject([{ change: { grants: { from: null, to: grants } } }])
    const elsewhere = await someStaff(world, [{ role: 'administrator', unitPath: 'hq/44' }])
    const theirs = await aSession(world, elsewhere)
    expect((await call(`/staff/${whom}/history`, { cookie: theirs })).status).toBe(404)
  })
})

describe('history of cycles and files', () => {
  it('a release tells from how many limits to how many', async () => {
    const cycleId = await aCycle(world)
    const [productId = 'prd_'] = await someProducts(world, [{ code: 'A' }])
    await aRelease(world, cycleId, { limits: [{ productId, grade: 18, quantity: 3 }] })
    const path = `/cycles/${cycleId}/release`
    const then = world.clock.now()
    world.pass(60)
    await aRelease(world, cycleId, { firstCome: [{ productId, quantity: 9 }] })
    expect(await told(path)).toMatchObject([
      { change: { limited: { from: 1, to: 0 }, firstCome: { from: 0, to: 1 } } },
      { change: { limited: { from: null, to: 1 }, version: { from: 0, to: 1 } } },
    ])
    expect(await asOf(path, then)).toMatchObject({ limited: 1, version: 1 })
    expect((await call(`/cycles/${cycleId}/history`, { cookie })).status).toBe(200)
    expect((await call('/cycles/cyc_daily-2031-01-01/history', { cookie })).status).toBe(404)
  })

  it('a file tells each of its steps', async () => {
    const importer = await anImporter(world)
    const { importId } = await beginImport(world, importer, 'products', 'code,name_zh\nA,一\n')
    await step(world, importer, importId, 'preview')
    await runDue(world)
    expect(await told(`/imports/${importId}`)).toMatchObject([
      { type: 'import.previewed', change: { state: { from: 'previewing', to: 'previewed' } } },
      { type: 'import.previewing' },
      { type: 'import.read', change: { mapping: { to: { code: 'code' } } } },
      { change: { fileName: { from: null, to: 'products.csv' }, version: { from: 0, to: 1 } } },
    ])
  })
})
