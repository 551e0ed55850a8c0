import { beforeEach, describe, expect, it } from 'vitest'
import { unitFence } from '#accounts'
import { unitRemoval } from '../../functions/accounts/company-store.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const name = { zh: '呈贡', en: 'Chenggong' }
let world: FakeWorld
let call: Call
let cookie: string

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})

const write = (method: string, path: string, version: number, body?: object) =>
  call(`/units/${path}`, { method, cookie, headers: { 'if-match': `"${version}"` }, body })

async function paths(): Promise<unknown[]> {
  const { items } = (await call('/units', { cookie })).body
  return Array.isArray(items) ? items.map(({ path }) => path) : []
}

describe('the tree of units', () => {
  it('a new unit takes customers at once', async () => {
    const levelName = { zh: '县', en: 'County' }
    const added = await write('PUT', 'hq~53~5303', 0, { name, levelName })
    expect(added).toMatchObject({
      status: 200,
      body: { path: 'hq/53/5303', name, levelName, level: 3, version: 1 },
    })
    await aCustomer(world, '1', { unitPath: 'hq/53/5303' })
    const again = await write('PUT', 'hq~53~5303', 0, { name })
    expect(again).toMatchObject({ status: 409, body: { code: 'company.unit_taken' } })
  })

  it('a unit is called otherwise with customers in it', async () => {
    await aCustomer(world, '1')
    expect(await write('PUT', 'hq~53~5301', 1, { name })).toMatchObject({
      status: 200,
      body: { name, version: 2 },
    })
    expect((await write('PUT', 'hq~53~5301', 1, { name: { zh: '别', en: 'Other' } })).status).toBe(412)
  })

  it('different units changed at once are all kept', async () => {
    const codes = ['hq~53', 'hq~44', 'hq~53~5301', 'hq~53~5302']
    const answers = await Promise.all(codes.map((code) => write('PUT', code, 1, { name })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await call('/company')).body.version).toBe(5)
  })

  it.each([
    ['below nothing', 'hq~99~1', 'company.unit_without_above'],
    ['beside the root', 'other', 'company.second_root'],
  ])('a unit %s is refused', async (_, path, code) => {
    expect((await write('PUT', path, 0, { name })).body.code).toBe(code)
  })

  it('an empty unit moves and keeps its name', async () => {
    const moved = await write('POST', 'hq~53~5302/move', 1, { under: 'hq/44' })
    expect(moved).toMatchObject({ status: 200, body: { path: 'hq/44/5302', level: 3, version: 2 } })
    expect(await paths()).toEqual(['hq', 'hq/44', 'hq/44/5302', 'hq/53', 'hq/53/5301'])
  })

  it('an empty unit is removed and takes no customer', async () => {
    expect((await write('DELETE', 'hq~44', 1)).status).toBe(204)
    expect(await paths()).not.toContain('hq/44')
    expect((await call('/company/history', { cookie })).body.items).toMatchObject([
      { type: 'unit.removed', change: { 'unit hq/44': { from: { zh: 'hq/44' }, to: null } } },
      {},
    ])
    await expect(aCustomer(world, '1', { unitPath: 'hq/44' })).rejects.toMatchObject({
      code: 'accounts.unit_not_found',
    })
  })

  it.each([
    ['the root', 'hq', 'company.unit_is_root'],
    ['a unit with units', 'hq~53', 'company.unit_has_units'],
    ['a unit with a customer', 'hq~53~5301', 'company.unit_has_customers'],
    ['a unit with staff', 'hq~44', 'company.unit_has_staff'],
  ])('%s neither moves nor goes', async (_, path, code) => {
    await aCustomer(world, '1')
    await someStaff(world, [{ role: 'analyst', unitPath: 'hq/44' }])
    expect((await write('DELETE', path, 1)).body.code).toBe(code)
    expect((await write('POST', `${path}/move`, 1, { under: 'hq/53/5302' })).body.code).toBe(code)
    expect(await paths()).toHaveLength(5)
  })

  it('a customer during a removal wins or stays out', async () => {
    const removing = write('DELETE', 'hq~44', 1)
    const coming = Array.from({ length: 5 }, (_, at) =>
      aCustomer(world, `c${at}`, { unitPath: 'hq/44' }).catch(() => undefined),
    )
    const came = (await Promise.all(coming)).filter((customerId) => customerId !== undefined)
    const { status } = await removing
    expect(status).toBe(came.length > 0 ? 409 : 204)
    expect((await paths()).includes('hq/44')).toBe(came.length > 0)
  })

  it('a unit that is leaving opens when saved again', async () => {
    await world.table.commit([unitFence('hq/44', 'broken off', world.clock.now())])
    const input = { unitPath: 'hq/44' }
    await expect(aCustomer(world, '1', input)).rejects.toMatchObject({ code: 'accounts.unit_leaving' })
    await write('PUT', 'hq~44', 1, { name })
    expect(await aCustomer(world, '1', input)).toMatch(/^cus_/)
  })

  it('a fence whose maker died falls by itself', async () => {
    await world.table.commit([unitFence('hq/44', 'broken off', world.clock.now())])
    const input = { unitPath: 'hq/44' }
    world.pass(599)
    await expect(aCustomer(world, '1', input)).rejects.toMatchObject({ code: 'accounts.unit_leaving' })
    world.pass(2)
    expect(await aCustomer(world, '1', input)).toMatch(/^cus_/)
  })

  it('a removal that hung until its fence falls is refused', async () => {
    await world.table.commit([unitFence('hq/44', 'slow', world.clock.now())])
    world.pass(400)
    await expect(world.table.commit([unitRemoval('hq/44', 'slow', world.clock.now())])).rejects.toMatchObject(
      { code: 'accounts.unit_leaving' },
    )
    expect(await paths()).toContain('hq/44')
  })

  it('staff during a removal win or stay out', async () => {
    const removing = write('DELETE', 'hq~44', 1)
    const coming = Array.from({ length: 5 }, () =>
      someStaff(world, [{ role: 'analyst', unitPath: 'hq/44' }]).catch(() => undefined),
    )
    const came = (await Promise.all(coming)).filter((personId) => personId !== undefined)
    expect((await removing).status).toBe(came.length > 0 ? 409 : 204)
    expect((await paths()).includes('hq/44')).toBe(came.length > 0)
  })

  it('a role comes only to a unit that stays', async () => {
    await expect(someStaff(world, [{ role: 'analyst', unitPath: 'hq/99' }])).rejects.toMatchObject({
      code: 'accounts.unit_not_found',
    })
    const personId = await someStaff(world, [{ role: 'analyst', unitPath: 'hq/53' }])
    await world.table.commit([unitFence('hq/44', 'going', world.clock.now())])
    const grants = [{ role: 'analyst', unitPath: 'hq/44' }] as const
    const headers = { 'if-match': '"1"' }
    const body = { grants, isDisabled: false }
    const changed = await call(`/staff/${personId}`, { method: 'PUT', cookie, headers, body })
    expect([changed.status, changed.body.code]).toEqual([409, 'accounts.unit_leaving'])
  })

  it('a refused removal lets customers in again', async () => {
    await someStaff(world, [{ role: 'analyst', unitPath: 'hq/44' }])
    await write('DELETE', 'hq~44', 1)
    expect(await aCustomer(world, '1', { unitPath: 'hq/44' })).toMatch(/^cus_/)
  })

  it('history tells what became of each unit', async () => {
    await write('PUT', 'hq~53~5303', 0, { name })
    await write('PUT', 'hq~53~5303', 1, { name: { zh: '新区', en: 'New area' } })
    const { items } = (await call('/company/history', { cookie })).body
    expect(items).toMatchObject([
      {
        type: 'unit.saved',
        change: { 'unit hq/53/5303': { from: name, to: { zh: '新区', en: 'New area' } } },
      },
      { type: 'unit.saved', change: { 'unit hq/53/5303': { from: null, to: name } } },
      { type: 'company.saved' },
    ])
  })
})
