import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountKey, saveCustomer } from '#accounts'
import type { CustomerId } from '#shared/ids'
import type { StaffRole } from '#shared/roles'
import { customerKey, storedCustomer } from '../../functions/accounts/customer-store.ts'
import { trustedTokens } from '../access/trusted-tokens.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call
let manager: string
let customerId: CustomerId
let shops = 0

const body = {
  name: { zh: '福来超市', en: 'Fulai' },
  kind: 'retailer',
  licence: { number: '530102100183', expiresOn: '2027-03-31' },
  format: '便利店',
  unitPath: 'hq/53/5301',
  batch: 'weekly-3',
  priceList: 'standard',
  grade: 18,
  route: 'K-07',
  addresses: [{ text: '人民路 1 号', isMain: true }],
}

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(await trustedTokens(world))
  manager = await staffAs('account-manager')
})
beforeEach(async () => {
  customerId = await aCustomer(world, `shop-${++shops}`)
  body.licence.number = `5301021001${shops}`
})

async function staffAs(role: StaffRole, unitPath = 'hq/53'): Promise<string> {
  return aSession(world, await someStaff(world, [{ role, unitPath }]))
}

function put(named: string, sent: object, version?: number, cookie = manager) {
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` }
  return call(`/customers/${named}`, { method: 'PUT', cookie, headers, body: sent })
}

/** From the version that is there now. */
async function act(path: string, method: string, sent?: object, cookie = manager) {
  const version = (await storedCustomer(world.table, customerId))?.customer.version
  const headers = { 'if-match': `"${version}"` }
  return call(`/customers/${customerId}${path}`, { method, cookie, headers, body: sent })
}

describe('putting one customer in', () => {
  it('a code that is new makes a customer', async () => {
    const { status, body: made, headers } = await put('N-100', body)
    expect(status).toBe(200)
    expect(made).toMatchObject({ ...body, code: 'N-100', version: 1, addresses: [{ addressId: '1' }] })
    expect(headers.get('etag')).toBe('"1"')
    expect((await put('N-100', { ...body, route: 'K-08' }, 1)).body).toMatchObject({
      route: 'K-08',
      version: 2,
    })
  })

  it('two people on one record never overwrite in silence', async () => {
    expect((await put(customerId, { ...body, route: 'A' }, 1)).body.version).toBe(2)
    const stale = await put(customerId, { ...body, route: 'B' }, 1)
    expect(stale.body).toMatchObject({
      status: 412,
      code: 'request.changed_meanwhile',
      facts: { current: 2 },
    })
    expect((await put(customerId, body)).body.code).toBe('request.version_missing')
    const both = await Promise.all([
      put(customerId, { ...body, route: 'C' }, 2),
      put(customerId, { ...body, route: 'D' }, 2),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  it('an order in between is no conflict', async () => {
    await world.table.commit([
      { update: accountKey(customerId), change: { add: { version: 1, reserved: 700 } } },
    ])
    expect((await put(customerId, body, 1)).body).toMatchObject({ version: 2, reserved: 700 })
  })

  it('bad input names each field', async () => {
    const bad = { ...body, kind: 'shop', licence: { number: 'x', expiresOn: '2027-02-30' }, grade: 0 }
    const { body: said } = await put(customerId, bad, 1)
    const errors: Array<{ path: string }> = Array.isArray(said.errors) ? said.errors : []
    expect(errors.map(({ path }) => path).sort()).toEqual(['grade', 'kind', 'licence.expiresOn'])
    const twoMain = [
      { text: 'a', isMain: true },
      { text: 'b', isMain: true },
    ]
    expect((await put(customerId, { ...body, addresses: twoMain }, 1)).body.code).toBe('request.invalid')
  })

  it('nobody moves a customer out of their units', async () => {
    expect((await put(customerId, { ...body, unitPath: 'hq/44' }, 1)).body.code).toBe(
      'accounts.unit_not_found',
    )
    const foreign = await aCustomer(world, `foreign-${shops}`, { unitPath: 'hq/44' })
    expect((await put(foreign, body, 1)).body.code).toBe('accounts.customer_not_found')
    expect((await put(`foreign-${shops}`, body, 1)).body.code).toBe('accounts.customer_not_found')
    expect((await put(customerId, body, 1, await staffAs('order-desk'))).body.code).toBe(
      'identity.not_allowed',
    )
  })

  it('an address keeps its id while its text stays', async () => {
    const addresses = [
      { text: '人民路 1 号', isMain: true },
      { text: '北京路 2 号', isMain: false },
    ]
    const { body: first } = await put(customerId, { ...body, addresses }, 1)
    expect(first.addresses).toMatchObject([{ addressId: '1' }, { addressId: '2' }])
    const turned = [
      { text: '北京路 2 号', isMain: true },
      { text: '环城路 3 号', isMain: false },
    ]
    const { body: second } = await put(customerId, { ...body, addresses: turned }, 2)
    expect(second.addresses).toMatchObject([{ addressId: '2' }, { addressId: '3' }])
  })
})

describe('many customers at once', () => {
  it('each gets a verdict of its own', async () => {
    const customers = [
      { ...body, code: `B-${shops}` },
      { ...body, code: `B-${shops}-x`, unitPath: 'hq/99' },
      { ...body, code: `B-${shops}` },
    ]
    const { status, body: said } = await call('/customers/batch', {
      method: 'POST',
      cookie: manager,
      body: { customers },
    })
    expect(status).toBe(200)
    expect(said.items).toMatchObject([
      { verdict: 'new' },
      { verdict: 'refused', code: 'accounts.unit_not_found', message: expect.stringContaining('单位') },
      { verdict: 'unchanged' },
    ])
    expect(
      (await call('/customers/batch', { method: 'POST', cookie: manager, body: { customers: [] } })).status,
    ).toBe(400)
  })

  it('one action reaches only the own customers', async () => {
    const foreign = await aCustomer(world, `far-${shops}`, { unitPath: 'hq/44' })
    const asked = {
      customers: [customerId, foreign].map((each) => ({ customerId: each, version: 1 })),
      action: { do: 'hold', reason: '证照过期' },
    }
    const { body: said } = await call('/customers/actions', { method: 'POST', cookie: manager, body: asked })
    expect(said.items).toMatchObject([
      { key: customerId, verdict: 'changed' },
      { key: foreign, verdict: 'refused' },
    ])
    expect((await storedCustomer(world.table, foreign))?.account.holdReason).toBeUndefined()
    const again = await call('/customers/actions', { method: 'POST', cookie: manager, body: asked })
    expect(again.body.items).toMatchObject([{ verdict: 'unchanged' }, { verdict: 'refused' }])
  })

  it('every action does what it says', async () => {
    const done: object[] = [
      { do: 'batch', batch: 'even-2' },
      { do: 'route', route: 'K-9' },
      { do: 'class', customerClass: 'preferred', reason: '年度评定' },
      { do: 'hold', reason: '欠款' },
    ]
    for (const [at, action] of done.entries()) {
      const asked = { customers: [{ customerId, version: at + 1 }], action }
      await call('/customers/actions', { method: 'POST', cookie: manager, body: asked })
    }
    const { body: now } = await act('', 'GET')
    expect(now).toMatchObject({
      batch: 'even-2',
      route: 'K-9',
      customerClass: 'preferred',
      holdReason: '欠款',
      version: 5,
    })
    expect(await world.table.get(accountKey(customerId))).toMatchObject({
      kind: 'retailer',
      format: '',
      customerClass: 'preferred',
    })
  })
})

describe('holding and grading', () => {
  it('a hold is put on with its reason, and released', async () => {
    expect((await act('/hold', 'POST', { reason: '证照过期' })).body).toMatchObject({
      isOnHold: true,
      holdReason: '证照过期',
    })
    expect((await act('/hold', 'POST', { reason: ' ' })).body.code).toBe('request.invalid')
    expect((await act('/hold', 'POST', { reason: 'x' }, await staffAs('publisher'))).body.code).toBe(
      'identity.not_allowed',
    )
    expect((await act('/hold', 'DELETE')).body).toMatchObject({ isOnHold: false, version: 3 })
    expect((await act('/hold', 'DELETE')).body).toMatchObject({ isOnHold: false, version: 3 })
  })

  it('a grade says since when, by whom and why', async () => {
    expect(
      (await act('/grades', 'POST', { grade: 21, reason: '季度评定', from: '2026-11-01' })).body,
    ).toMatchObject({ grade: 21 })
    const { body: said } = await act('/grades', 'GET')
    expect(said.items).toMatchObject([
      { grade: 21, from: '2026-11-01', reason: '季度评定', by: { kind: 'staff' } },
      { grade: 18, from: '2026-11-25', by: { kind: 'system' } },
    ])
    expect((await act('/grades', 'POST', { grade: 2, reason: 'x', from: '2026-11-26' })).body.code).toBe(
      'accounts.grade_ahead',
    )
    expect((await act('/grades', 'POST', { reason: 'x' })).body.code).toBe('request.invalid')
    expect((await act('/grades', 'GET', undefined, await staffAs('service-agent'))).body.code).toBe(
      'identity.not_allowed',
    )
  })
})

describe('lists that are narrowed', () => {
  it('each filter lets in what it names', async () => {
    const unitPath = 'hq/53/5302'
    const narrow = {
      unitPath,
      grade: 5,
      batch: 'odd-1',
      route: 'W-1',
      kind: 'distributor',
      customerClass: 'vip',
    } as const
    await aCustomer(world, 'narrow', {
      ...narrow,
      holdReason: 'x',
      licence: { number: '1', expiresOn: '2026-12-31' },
    })
    await aCustomer(world, 'other', { unitPath, licence: { number: '2', expiresOn: '2027-12-31' } })
    const filters = [
      'kind=distributor',
      'customerClass=vip',
      'gradeTo=9',
      'batch=odd-1',
      'route=W-1',
      'isOnHold=true',
      'licenceBefore=2027-01-01',
    ]
    const narrowed = filters.map((filter) => ({ filter, headers: {} }))
    for (const { filter, headers } of [...narrowed, { filter: '', headers: { 'search-text': 'narr' } }]) {
      const { body: list } = await call(`/customers?unitPath=${unitPath}&limit=1&${filter}`, {
        cookie: manager,
        headers,
      })
      expect(list.items, filter).toMatchObject([{ code: 'narrow' }])
    }
    const service = await staffAs('service-agent')
    const hidden = await call(`/customers?unitPath=${unitPath}&gradeTo=99`, { cookie: service })
    expect(hidden.body.items).toEqual([])
    expect((await call('/customers?licenceBefore=soon', { cookie: manager })).body.code).toBe(
      'request.invalid',
    )
  })
})

describe('records of an older schema', () => {
  it('a record of schema 1 is lifted and saved', async () => {
    const item = await world.table.get(customerKey(customerId))
    const { pinyin: _p, addresses: _a, version: _v, ...rest } = { ...item }
    const old = { ...rest, ...customerKey(customerId), s: 1, licence: '53', address: '老街 9 号' }
    await world.table.commit([{ put: old }])
    const { body: lifted } = await act('', 'GET')
    expect(lifted).toMatchObject({
      version: 0,
      licence: { number: '53' },
      addresses: [{ text: '老街 9 号', isMain: true }],
    })
    expect((await put(customerId, body, 0)).body).toMatchObject({ version: 1, route: 'K-07' })
    const code = `shop-${shops}`
    const member = await aSession(world, await aMember(world, customerId), customerId)
    expect((await call(`/customers/${customerId}`, { cookie: member })).body.code).toBe(code)
    expect(
      await saveCustomer(world, tester, {
        ...body,
        kind: 'retailer',
        licence: { ...body.licence, expiresOn: '2027-03-31' },
        code,
      }),
    ).toMatchObject({ verdict: 'unchanged' })
  })
})
