import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveCustomer } from '#accounts'
import { saveAgreement, saveCategory, savePrice, savePriceList } from '#catalogue'
import { type FieldChanges, recordAsOf } from '#shared/history'
import type { CustomerId, ProductId } from '#shared/ids'
import { onePrice } from '#shared/price-rules'
import { addSeconds, type Instant } from '#shared/time'
import { storedCustomer } from '../../functions/accounts/customer-store.ts'
import { fieldsOf } from '../../functions/accounts/plan-customer.ts'
import { planChange } from '../../functions/platform/audit/plan-change.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aSession, someProducts, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
const start: Instant = '2026-11-25T04:00:00.000Z'
let world: FakeWorld
let call: Call
let manager: string

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  manager = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})

describe('a record as of an instant', () => {
  it('undoing later changes gives what was stored then', () => {
    const fields = fc.dictionary(
      fc.constantFrom('grade', 'name', 'route', 'hold'),
      fc.oneof(fc.integer(), fc.string(), fc.object({ maxDepth: 1 })),
    )
    fc.assert(
      fc.property(fc.array(fields, { minLength: 1, maxLength: 8 }), (states) => {
        const events: Array<{ at: Instant; change: FieldChanges }> = []
        for (const [at, after] of states.entries()) {
          const before = at === 0 ? undefined : states[at - 1]
          const subject = { pk: 'X', sk: 'X' }
          const planned = planChange(world, {
            type: 'thing.saved',
            subject,
            about: {},
            before,
            after,
            version: at,
            writes: () => [],
          })
          const change = { ...planned.change, version: { from: at, to: at + 1 } }
          events.push({ at: addSeconds(start, at), change })
        }
        const current = { ...states.at(-1), version: states.length }
        const shuffled = [...events].reverse()
        expect(recordAsOf(current, shuffled, addSeconds(start, -1))).toBeUndefined()
        for (const [at, state] of states.entries())
          expect(recordAsOf(current, shuffled, addSeconds(start, at))).toEqual({ ...state, version: at + 1 })
      }),
    )
  })

  it('a customer reads as it was stored then', async () => {
    const seen: Array<{ at: Instant; record: unknown }> = []
    let customerId: CustomerId = 'cus_0000000000000000'
    const settings = [
      {},
      { grade: 3, holdReason: '欠款' },
      { route: 'K', addresses: [{ text: '一号', isMain: true }] },
      { unitPath: 'hq/44', licence: { number: '9', expiresOn: '2027-01-01' as const } },
    ]
    for (const setting of settings) {
      customerId = await aCustomer(world, 'as-of', setting)
      const state = await storedCustomer(world.table, customerId, { isStrong: true })
      if (state)
        seen.push({
          at: world.clock.now(),
          record: { ...JSON.parse(JSON.stringify(fieldsOf(state))), version: state.customer.version },
        })
      world.pass(60)
    }
    for (const { at, record } of seen) {
      const { body } = await call(`/customers/${customerId}/history/record?at=${at}`, { cookie: manager })
      expect(body).toEqual({ at, record })
    }
    const before = await call(`/customers/${customerId}/history/record?at=2026-01-01T00:00:00.000Z`, {
      cookie: manager,
    })
    expect(before.body).toEqual({ at: '2026-01-01T00:00:00.000Z' })
    expect(
      (await call(`/customers/${customerId}/history/record?at=yesterday`, { cookie: manager })).status,
    ).toBe(400)
  })
})

describe('history of a record', () => {
  it('says who changed what from what to what', async () => {
    const customerId = await aCustomer(world, 'told')
    const headers = { 'if-match': '"1"' }
    const held = { method: 'POST', cookie: manager, headers, body: { reason: '证照过期' } }
    await call(`/customers/${customerId}/hold`, held)
    const { body } = await call(`/customers/${customerId}/history`, { cookie: manager })
    expect(body.items).toMatchObject([
      {
        type: 'customer.held',
        by: { kind: 'staff', name: expect.stringMatching(/^职/), isOnBehalf: true },
        change: { holdReason: { from: null, to: '证照过期' } },
      },
      { type: 'customer.saved', by: { kind: 'system' }, change: { grade: { from: null, to: 18 } } },
    ])
  })

  it('by small pages it misses nothing', async () => {
    const customerId = await aCustomer(world, 'paged')
    for (let grade = 1; grade <= 6; grade++) await aCustomer(world, 'paged', { grade })
    const types: unknown[] = []
    let cursor = ''
    do {
      const { body } = await call(`/customers/${customerId}/history?limit=3${cursor}`, { cookie: manager })
      const items: Array<{ change: { grade: { to: number } } }> = Array.isArray(body.items) ? body.items : []
      types.push(...items.map(({ change }) => change.grade.to))
      cursor = body.nextCursor ? `&cursor=${encodeURIComponent(String(body.nextCursor))}` : ''
    } while (cursor)
    expect(types).toEqual([6, 5, 4, 3, 2, 1, 18])
  })

  it('agreements, lists and categories tell theirs', async () => {
    const customerId = await aCustomer(world, 'agreed')
    const [productId]: ProductId[] = await someProducts(world, [{ code: 'H-2', price: 1000 }])
    if (!productId) throw new Error('No product')
    await saveAgreement(world, tester, { customerId, rows: [{ productId, breaks: onePrice(900) }] })
    const then = world.clock.now()
    world.pass(60)
    await saveAgreement(world, tester, { customerId, rows: [] })
    await savePriceList(world, tester, { list: 'told', name: { zh: '表', en: 'List' }, level: 'class' })
    await saveCategory(world, tester, { code: 'told', name: { zh: '类', en: 'Kind' } })
    const path = `/customers/${customerId}/agreement/history`
    expect((await call(path, { cookie: manager })).body.items).toHaveLength(2)
    expect((await call(`${path}/record?at=${then}`, { cookie: manager })).body).toMatchObject({
      record: { rows: [{ productId, breaks: [{ price: 900 }] }] },
    })
    for (const told of ['/price-lists/told/history', '/categories/told/history'])
      expect((await call(told, { cookie: manager })).body.items).toMatchObject([
        { change: { name: { from: null } } },
      ])
    for (const absent of ['/price-lists/none/history', '/categories/none/history'])
      expect((await call(absent, { cookie: manager })).status).toBe(404)
  })

  it('products and prices tell theirs', async () => {
    const [productId]: ProductId[] = await someProducts(world, [{ code: 'H-1', price: 1000 }])
    if (!productId) throw new Error('No product')
    const then = world.clock.now()
    world.pass(60)
    await savePrice(world, tester, { list: 'standard', productId, breaks: onePrice(1200) })
    const product = await call(`/products/${productId}/history`, { cookie: manager })
    expect(product.body.items).toMatchObject([
      { type: 'product.saved', change: { code: { from: null, to: 'H-1' } } },
    ])
    const path = `/price-lists/standard/prices/${productId}/history`
    const prices = await call(path, { cookie: manager })
    expect(prices.body.items).toMatchObject([
      { change: { breaks: { from: [{ price: 1000 }], to: [{ price: 1200 }] } } },
      { change: { breaks: { from: null, to: [{ price: 1000 }] } } },
    ])
    expect((await call(`${path}/record?at=${then}`, { cookie: manager })).body).toEqual({
      at: then,
      record: { breaks: [{ atLeast: 1, price: 1000 }], version: 1 },
    })
    const publisher = await aSession(world, await someStaff(world, [{ role: 'publisher', unitPath: 'hq' }]))
    expect((await call(path, { cookie: publisher })).body.code).toBe('identity.not_allowed')
    expect((await call('/products/prd_0000000000000000/history', { cookie: manager })).body.code).toBe(
      'catalogue.product_not_found',
    )
  })

  it('a change without effect leaves no entry', async () => {
    const customerId = await aCustomer(world, 'same')
    const { customerId: again, verdict } = await saveCustomer(world, tester, {
      code: 'same',
      name: { zh: '店same', en: 'Shop same' },
      kind: 'retailer',
      licence: { number: '' },
      format: '',
      addresses: [],
      unitPath: 'hq/53/5301',
      batch: 'daily',
      priceList: 'standard',
      grade: 18,
    })
    expect([again, verdict]).toEqual([customerId, 'unchanged'])
    expect((await call(`/customers/${customerId}/history`, { cookie: manager })).body.items).toHaveLength(1)
  })
})
