import { beforeAll, describe, expect, it } from 'vitest'
import { customerIdOfCode } from '#accounts'
import { eventsOf } from '#platform/events/event-store'
import type { CycleId } from '#shared/ids'
import { releaseKey } from '#supply'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aCycle, aSession, someProducts, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { anImporter, runImport } from './run-import.ts'

let world: FakeWorld
let call: Call
let cycleId: CycleId
let cookie: string

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  cycleId = await aCycle(world)
  await aCustomer(world, 'O-1', { grade: 18, balance: 100, creditLimit: 500 })
  await aCustomer(world, 'O-2')
  await someProducts(world, [{ code: 'A' }, { code: 'B' }])
  call = apiOf(world)
  cookie = await anImporter(world)
})

const put = (path: string, body: unknown, version?: number) =>
  call(path, {
    method: 'PUT',
    cookie,
    body,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  })
const post = (path: string, body: unknown) => call(path, { method: 'POST', cookie, body })

describe('one limit of a cycle', () => {
  it('it is put in and the others stay', async () => {
    const path = (product: string) => `/cycles/${cycleId}/limits/${product}`
    expect((await put(path('A'), { grade: 18, quantity: 5 }, 0)).body).toEqual({
      version: 1,
      limits: [{ grade: 18, quantity: 5 }],
    })
    expect((await put(path('A'), { grade: 19, quantity: 6, reason: '到货少' }, 1)).body.limits).toEqual([
      { grade: 18, quantity: 5 },
      { grade: 19, quantity: 6 },
    ])
    expect((await put(path('B'), { firstCome: 30 }, 2)).body).toEqual({
      version: 3,
      limits: [],
      firstComeLeft: 30,
      firstComeTotal: 30,
    })
    expect((await put(path('B'), { firstCome: 50 }, 3)).body).toMatchObject({ version: 4, firstComeLeft: 50 })
    const events = await eventsOf(world.table, releaseKey(cycleId))
    expect(events[1]?.change).toMatchObject({ reason: '到货少', version: { from: 1, to: 2 } })
    expect(Object.values(events[1]?.change ?? {})).toContainEqual({ from: null, to: 6 })
  })

  it('another release meanwhile is never overwritten', async () => {
    const path = `/cycles/${cycleId}/limits/A`
    expect((await put(path, { grade: 18, quantity: 9 }, 1)).status).toBe(412)
    expect((await put(path, { grade: 18, quantity: 9 })).status).toBe(428)
    expect((await put(`/cycles/${cycleId}/limits/NONE`, { grade: 1, quantity: 9 }, 4)).status).toBe(404)
    expect((await put('/cycles/cyc_daily-2031-01-01/limits/A', { grade: 1, quantity: 9 }, 0)).status).toBe(
      404,
    )
    expect((await put(path, { quantity: 9 }, 4)).status).toBe(400)
  })

  it('many are one release with a verdict each', async () => {
    const items = [
      { product: 'A', grade: 18, quantity: 5 },
      { product: 'A', grade: 19, quantity: 7 },
      { product: 'NONE', grade: 18, quantity: 1 },
      { product: 'A', grade: 20, quantity: 8 },
    ]
    const { body } = await post(`/cycles/${cycleId}/limits/batch`, { items })
    expect(body.items).toMatchObject([
      { key: 'A 18', verdict: 'unchanged' },
      { key: 'A 19', verdict: 'changed' },
      { key: 'NONE 18', verdict: 'refused', code: 'catalogue.product_not_found' },
      { key: 'A 20', verdict: 'new' },
    ])
    expect((await call(`/cycles/${cycleId}/limits/A`, { cookie })).body).toMatchObject({
      version: 5,
      limits: [{ quantity: 5 }, { quantity: 7 }, { quantity: 8 }],
    })
  })
})

describe('one balance of a customer', () => {
  it('it changes money alone, from a known version', async () => {
    const path = '/customers/O-1/balance'
    expect((await put(path, { balance: 250 })).status).toBe(428)
    const { body } = await put(path, { balance: 250 }, 1)
    expect(body).toMatchObject({ version: 2, balance: 250, creditLimit: 500, grade: 18 })
    const { body: free } = await put(path, { balance: 250, creditLimit: null }, 2)
    expect(free.creditLimit).toBeUndefined()
    expect((await put(path, { balance: 1 }, 1)).status).toBe(412)
    expect((await put('/customers/NONE/balance', { balance: 1 }, 0)).status).toBe(404)
  })

  it('many have a verdict each', async () => {
    const items = [
      { customer: 'O-1', balance: 250 },
      { customer: customerIdOfCode('O-2'), balance: -5, creditLimit: 1000 },
      { customer: 'NONE', balance: 1 },
    ]
    expect((await post('/customers/balances/batch', { items })).body.items).toMatchObject([
      { verdict: 'unchanged' },
      { verdict: 'changed' },
      { verdict: 'refused', code: 'accounts.customer_not_found' },
    ])
  })

  it('a manager reaches the own units alone', async () => {
    const elsewhere = await someStaff(world, [{ role: 'account-manager', unitPath: 'hq/44' }])
    const theirs = await aSession(world, elsewhere)
    const items = [{ customer: 'O-2', balance: 7 }]
    const { body } = await call('/customers/balances/batch', {
      method: 'POST',
      cookie: theirs,
      body: { items },
    })
    expect(body.items).toMatchObject([{ verdict: 'refused', code: 'accounts.customer_not_found' }])
  })
})

describe('one document of earlier times', () => {
  const document = {
    customer: 'O-1',
    placedAt: '2025-11-02T00:26:00.000Z',
    lines: [
      { product: 'A', quantity: 6, price: 1280.5 },
      { product: 'GONE', description: '旧货', quantity: 1, price: 100 },
    ],
  }

  it('it becomes one order, however often it comes', async () => {
    expect((await put('/past-orders/D-1', document)).body).toEqual({ key: 'D-1', verdict: 'new' })
    expect((await put('/past-orders/D-1', document)).body.verdict).toBe('unchanged')
    const other = { ...document, placedAt: '2025-11-03T00:26:00.000Z' }
    expect(await put('/past-orders/D-1', other)).toMatchObject({
      status: 409,
      body: { code: 'orders.document_differs' },
    })
    const orders = await call(`/customers/${customerIdOfCode('O-1')}/orders`, { cookie })
    expect(orders.body.items).toMatchObject([{ source: 'D-1', total: 7783, state: 'confirmed' }])
  })

  it('a file that says the same changes nothing', async () => {
    const file =
      'document,customer,product,description,quantity,placed_at,price\nD-1,O-1,A,,6,2025-11-02 08:26,12.805\nD-1,O-1,GONE,旧货,1,2025-11-02 08:26,1\n'
    expect((await runImport(world, 'orders', file)).job.verdicts).toEqual({ unchanged: 2 })
  })

  it('many have a verdict each, cancellations as such', async () => {
    const items = [
      { ...document, document: 'D-2' },
      { ...document, document: 'CD-2', lines: [{ product: 'A', quantity: -6, price: 1000 }] },
      { ...document, document: 'D-3', customer: 'NONE' },
    ]
    expect((await post('/past-orders/batch', { items })).body.items).toMatchObject([
      { key: 'D-2', verdict: 'new' },
      { key: 'CD-2', verdict: 'new' },
      { key: 'D-3', verdict: 'refused', code: 'imports.reference_unknown' },
    ])
    const orders = await call(`/customers/${customerIdOfCode('O-1')}/orders`, { cookie })
    expect(orders.body).toMatchObject({
      items: [{ source: 'CD-2', state: 'cancellation', total: -6000 }, { source: 'D-2' }, { source: 'D-1' }],
    })
  })
})
