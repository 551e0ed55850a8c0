import { beforeEach, describe, expect, it } from 'vitest'
import { customerIdOfCode, customerKey, customerRemoval, planEdit, storedCustomer } from '#accounts'
import { holderKey } from '../../functions/accounts/licence-store.ts'
import { runDue, startUpkeepOf } from '../../functions/entry/schedule.ts'
import { previewImport, runImport, undoImport } from '../imports/run-import.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
const body = {
  ...{ name: { zh: '店', en: 'Shop' }, kind: 'retailer', format: '', unitPath: 'hq/53/5301' },
  ...{ batch: 'daily', priceList: 'standard', addresses: [] },
}
let world: FakeWorld
let call: Call

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  await aCustomer(world, 'A', { licence: { number: '530102100183' }, name: { zh: '福来', en: 'Fulai' } })
})

async function put(code: string, number: string, unitPath = 'hq') {
  const cookie = await aSession(world, await someStaff(world, [{ role: 'account-manager', unitPath }]))
  const known = await stateOf(code)
  const headers: Record<string, string> = known ? { 'if-match': `"${known.customer.version}"` } : {}
  const licence = { number }
  return call(`/customers/${code}`, { method: 'PUT', cookie, headers, body: { ...body, licence } })
}

function stateOf(code: string) {
  return storedCustomer(world.table, customerIdOfCode(code), { isStrong: true })
}

async function known(code: string) {
  const found = await stateOf(code)
  if (!found) throw new Error(`no customer ${code}`)
  return found
}

/** A customer as it was kept before licence numbers were held. */
async function asBefore(code: string): Promise<void> {
  const { licence, customerId } = (await known(code)).customer
  const change = { remove: ['heldLicence'] }
  await world.table.commit([
    { update: customerKey(customerId), change, when: { present: true } },
    { delete: holderKey(licence.number) },
  ])
}

describe('a licence number', () => {
  it('another shop with it is refused by name', async () => {
    const refused = await put('B', '530102100183')
    expect(refused.body).toMatchObject({ status: 409, code: 'accounts.licence_taken' })
    expect(refused.body.title).toContain('已经属于“福来”（A）')
    expect(refused.body.errors).toMatchObject([{ path: 'licence.number' }])
    expect(await stateOf('B')).toBeUndefined()
    expect((await put('B', '530102100184')).status).toBe(200)
    expect((await put('B', '530102100183')).body.code).toBe('accounts.licence_taken')
  })

  it('a shop out of sight is not named', async () => {
    await aCustomer(world, 'G', {
      licence: { number: 'GD-1' },
      unitPath: 'hq/44',
      name: { zh: '粤', en: 'Y' },
    })
    const refused = await put('B', 'gd-1', 'hq/53')
    expect(refused.body).toMatchObject({ status: 409, code: 'accounts.licence_taken' })
    expect(refused.body.title).toContain('您负责范围以外的一家店')
  })

  it('shops without one never clash', async () => {
    expect([(await put('B', '')).status, (await put('C', '')).status]).toEqual([200, 200])
  })

  it('once given up or removed it is free', async () => {
    expect((await put('A', '530102100999')).status).toBe(200)
    expect((await put('B', '530102100183')).status).toBe(200)
    const writes = customerRemoval(world, await known('B'))(tester)
    await world.table.commit(writes, writes.at(-1))
    expect((await put('C', '530102100183')).status).toBe(200)
  })

  it('of two that take it at once one is refused', async () => {
    const licence = { number: 'N-1' }
    await aCustomer(world, 'B')
    const plans = [await known('A'), await known('B')].map((state) =>
      planEdit(world, state, { type: 'customer.saved', customer: { licence } }),
    )
    const ends = await Promise.allSettled(plans.map((plan) => plan.commit(tester)))
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('licence numbers of a file', () => {
  it('one of another shop or row is refused', async () => {
    const file = 'code,name_zh,licence\nD,丁,530102100183\nE,戊,L-5\nF,己,l-5\nA,福来,530102100183\n'
    const { rows } = await previewImport(world, 'customers', file)
    expect(rows.map(({ verdict, problems }) => [verdict, problems?.[0]?.column])).toEqual([
      ['refused', 'licence'],
      ['new', undefined],
      ['refused', 'licence'],
      ['unchanged', undefined],
    ])
    expect(rows[0]?.problems?.[0]?.message).toContain('530102100183 已经属于A')
  })

  it('taken back it is free again', async () => {
    const { importId, cookie } = await runImport(world, 'customers', 'code,name_zh,licence\nE,戊,L-5\n')
    await undoImport(world, cookie, importId)
    expect((await put('B', 'L-5')).status).toBe(200)
  })
})

describe('customers from before numbers were held', () => {
  it('the first holds its number, a double mends its own', async () => {
    await asBefore('A')
    await aCustomer(world, 'B', { licence: { number: '530102100183' } })
    const holder = (await known('B')).customer.heldLicence
    await startUpkeepOf(world)
    await runDue(world)
    expect(holder).toBeDefined()
    expect((await known('A')).customer.heldLicence).toBeUndefined()
    expect((await put('A', '530102100777')).status).toBe(200)
    expect((await known('B')).customer.heldLicence).toBe(holder)
    expect((await put('C', '530102100183')).body.code).toBe('accounts.licence_taken')
  })

  it('a number nobody holds comes to its shop', async () => {
    await asBefore('A')
    await startUpkeepOf(world)
    await runDue(world)
    expect((await known('A')).customer.heldLicence).toBe('530102100183')
    expect((await put('B', '530102100183')).body.code).toBe('accounts.licence_taken')
  })
})
