import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Order } from '#shared/orders'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aCustomer, aMember, aSession, aShop } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const optionalFields = new Set([
  'basketVersion',
  'source',
  'ownNumber',
  'note',
  'addressId',
  'address',
  'isStanding',
  'correction',
  'isCorrected',
  'fundsUntil',
])

let world: FakeWorld
let shop: AShop
let call: Call

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world, 2)
  call = apiOf(world)
})

let shops = 0
async function tryOrder(change: (body: Record<string, unknown>, line: Record<string, unknown>) => unknown) {
  const customerId = await aCustomer(world, `tamper-${++shops}`)
  const cookie = await aSession(world, await aMember(world, customerId), customerId)
  const line: Record<string, unknown> = { productId: shop.products[0], quantity: 2 }
  const body: Record<string, unknown> = { customerId, cycleId: shop.cycleId, lines: [line] }
  const asked = change(body, line) ?? body
  const answer = await call('/orders', { method: 'POST', cookie, body: asked })
  const { body: list } = await call(`/customers/${customerId}/orders`, { cookie })
  return { answer, customerId, cookie, stored: z.array(z.unknown()).parse(list.items) }
}

const wrong = [-1, 0.5, 1e300, 1e21, '2', '２', [2], { 0: 2 }, null, true, 'NaN', '1e3', '', 1_000_000]

describe('fields that a client may not decide', () => {
  const added: Array<[string, unknown]> = [
    ['price', 1],
    ['total', 1],
    ['status', 'confirmed'],
    ['state', 'confirmed'],
    ['role', 'owner'],
    ['version', 99],
    ['currency', 'USD'],
    ['orderId', 'ord_0123456789ABCDEF-1'],
    ['number', '0001-1T'],
    ['isOnBehalf', true],
    ['placedAt', '2020-01-01T00:00:00.000Z'],
    ['taxRate', 0],
    ['k', 'oh'],
  ]

  it.each(added)('%s in body and line is left out', async (field, value) => {
    const { answer, stored } = await tryOrder((body, line) => {
      body[field] = value
      line[field] = value
      return undefined
    })
    expect(answer.status, answer.text).toBe(201)
    expect(Object.keys(answer.body).sort()).toEqual(
      Object.keys(Order.shape)
        .filter((key) => !optionalFields.has(key))
        .sort(),
    )
    expect(answer.body).toMatchObject({
      state: 'placed',
      version: 1,
      total: 2000,
      currency: 'CNY',
      isOnBehalf: false,
      placedAt: world.clock.now(),
      lines: [{ quantity: 2, wanted: 2, price: 1000, amount: 2000, taxRate: 1300 }],
    })
    expect(stored).toHaveLength(1)
  })

  it.each(['__proto__', 'constructor', 'prototype'])('%s changes nothing of ours', async (field) => {
    const { answer } = await tryOrder((body) => {
      const text = JSON.stringify(body)
      return `{"${field}":{"role":"owner","price":1,"isAdmin":true},${text.slice(1)}`
    })
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body).toMatchObject({ total: 2000 })
    expect(Object.prototype).not.toHaveProperty('isAdmin')
  })

  it('an order for another customer is like none', async () => {
    const { answer, stored } = await tryOrder((body) => {
      body.customerId = shop.customerId
      return undefined
    })
    expect(answer.body).toMatchObject({ status: 404, code: 'accounts.customer_not_found' })
    expect(stored).toEqual([])
    const { body } = await call(`/customers/${shop.customerId}/orders`, { cookie: shop.cookie })
    expect(body.items).toEqual([])
  })

  it('a customer named twice is judged as it is stored', async () => {
    const { answer, stored } = await tryOrder((body) => {
      const text = JSON.stringify(body)
      return `${text.slice(0, -1)},"customerId":"${shop.customerId}"}`
    })
    expect(answer.status).toBe(404)
    expect(stored).toEqual([])
  })
})

describe('values that are not what they stand for', () => {
  it.each(wrong)('a quantity of %j is refused', async (quantity) => {
    const { answer, stored } = await tryOrder((_, line) => {
      line.quantity = quantity
      return undefined
    })
    expect([400, 422], answer.text).toContain(answer.status)
    expect(stored).toEqual([])
  })

  it.each(wrong)('a wanted quantity of %j is refused', async (wanted) => {
    const { answer, stored } = await tryOrder((_, line) => {
      line.wanted = wanted
      return undefined
    })
    expect(answer.status, answer.text).toBe(400)
    expect(stored).toEqual([])
  })

  it.each([...wrong, 'x', '../', 'prd_', `prd_${'A'.repeat(17)}`])(
    'a product named %j is refused',
    async (productId) => {
      const { answer, stored } = await tryOrder((_, line) => {
        line.productId = productId
        return undefined
      })
      expect(answer.body).toMatchObject({ status: 400, code: 'request.invalid' })
      expect(stored).toEqual([])
    },
  )

  it.each([null, 'x', 7, {}, [], [null], [[]], 'cyc_'])('lines or cycle as %j are refused', async (value) => {
    for (const field of ['lines', 'cycleId']) {
      const { answer, stored } = await tryOrder((body) => {
        body[field] = value
        return undefined
      })
      expect(answer.body, answer.text).toMatchObject({ status: 400, code: 'request.invalid' })
      expect(stored).toEqual([])
    }
  })

  it.each([null, [], 'text', 7, true])('a body of %j is refused', async (value) => {
    const { answer, stored } = await tryOrder(() => JSON.stringify(value))
    expect([400, 404], answer.text).toContain(answer.status)
    expect(stored).toEqual([])
  })

  it('2001 lines are refused, 2000 are read', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        productId: `prd_${String(at).padStart(16, '0')}`,
        quantity: 0,
      }))
    const many = await tryOrder((body) => ({ ...body, lines: lines(2001) }))
    expect(many.answer.body).toMatchObject({ status: 400, errors: [{ path: 'lines' }] })
    const most = await tryOrder((body) => ({ ...body, lines: lines(2000) }))
    expect(most.answer.body).toMatchObject({ status: 422, errors: [{ code: 'orders.nothing_ordered' }] })
  })

  it('a wanted quantity below the ordered one is raised', async () => {
    const { answer } = await tryOrder((_, line) => {
      line.wanted = 1
      return undefined
    })
    expect(answer.body.lines).toMatchObject([{ quantity: 2, wanted: 2 }])
  })

  it('a create without a key is refused', async () => {
    const { customerId, cookie } = await tryOrder((body) => ({ ...body, lines: [] }))
    const body = { customerId, cycleId: shop.cycleId, lines: [{ productId: shop.products[0], quantity: 1 }] }
    for (const key of ['', 'k'.repeat(201)]) {
      const answer = await call('/orders', {
        method: 'POST',
        cookie,
        body,
        headers: { 'idempotency-key': key },
      })
      expect(answer.status, answer.text).toBe(400)
    }
  })
})
