import { beforeAll, describe, expect, it } from 'vitest'
import { placeOrder } from '#orders'
import { fingerprint } from '#platform/new-id'
import type { ProductId } from '#shared/ids'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aCustomer, aMember, aRelease, aSession, aShop } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let shop: AShop
let call: Call

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world, 20)
  call = apiOf(world)
})

async function anotherShop(code: string) {
  const customerId = await aCustomer(world, code)
  return { customerId, cookie: await aSession(world, await aMember(world, customerId), customerId) }
}

const linesOf = (products: readonly ProductId[], quantity = 2) =>
  products.map((productId) => ({ productId, quantity }))

describe('placing an order', () => {
  it('an order is stored once at the server’s prices', async () => {
    const body = {
      customerId: shop.customerId,
      cycleId: shop.cycleId,
      lines: linesOf(shop.products.slice(0, 2)),
    }
    const answer = await call('/orders', {
      method: 'POST',
      cookie: shop.cookie,
      body,
      headers: { 'idempotency-key': 'once' },
    })
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body).toMatchObject({
      state: 'placed',
      version: 1,
      total: 2 * 1000 + 2 * 1001,
      lineCount: 2,
    })
    expect(answer.headers.get('location')).toBe(`/api/orders/${answer.body.orderId}`)
    const again = await call('/orders', {
      method: 'POST',
      cookie: shop.cookie,
      body,
      headers: { 'idempotency-key': 'once' },
    })
    expect(again.status).toBe(201)
    expect(again.text).toBe(answer.text)
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    const other = { ...body, lines: linesOf(shop.products.slice(0, 1)) }
    const reused = await call('/orders', {
      method: 'POST',
      cookie: shop.cookie,
      body: other,
      headers: { 'idempotency-key': 'once' },
    })
    expect(reused.body).toMatchObject({ status: 422, code: 'request.key_reused' })
    const { body: list } = await call(`/customers/${shop.customerId}/orders`, { cookie: shop.cookie })
    expect(list.items).toHaveLength(1)
  })

  it('a second key finds the order of the cycle', async () => {
    const body = {
      customerId: shop.customerId,
      cycleId: shop.cycleId,
      lines: linesOf(shop.products.slice(0, 1)),
    }
    const answer = await call('/orders', { method: 'POST', cookie: shop.cookie, body })
    expect(answer.body).toMatchObject({
      code: 'orders.lines_refused',
      errors: [{ code: 'orders.already_ordered' }],
    })
  })

  it('twenty lines cost two round trips and few units', async () => {
    const { customerId } = await anotherShop('units')
    await aRelease(world, shop.cycleId, {
      limits: shop.products.map((productId) => ({ productId, grade: 18, quantity: 9 })),
      shopsOfGrade: new Map([[18, 748]]),
    })
    const warm = await anotherShop('warm')
    const input = { cycleId: shop.cycleId, lines: linesOf(shop.products) }
    const actor = { kind: 'system', name: 'test' } as const
    await placeOrder(
      world,
      actor,
      { ...input, customerId: warm.customerId },
      { key: 'a', fingerprint: fingerprint(1) },
    )
    const table = world.table.metered()
    await placeOrder(
      { ...world, table },
      actor,
      { ...input, customerId },
      { key: 'b', fingerprint: fingerprint(2) },
    )
    console.log('place 20 lines', table.spent)
    expect(table.spent.roundTrips).toBe(2)
    expect(table.spent.writeUnits).toBeLessThanOrEqual(20)
    expect(table.spent.readUnits).toBeLessThanOrEqual(4)
  })
})
