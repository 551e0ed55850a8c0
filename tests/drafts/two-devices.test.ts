import { beforeEach, describe, expect, it } from 'vitest'
import { listOrders } from '../../functions/orders/list-orders.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aCompany, aShop } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call
let shop: AShop

beforeEach(async () => {
  world = await aWorld()
  shop = await aShop(world)
  await aCompany(world, { oneOrderACycle: false })
  call = apiOf(world)
})

/** Quantities of the first, second and third product; none for 0. */
const linesOf = (...quantities: number[]) =>
  quantities.flatMap((quantity, at) => (quantity > 0 ? [{ productId: shop.products[at], quantity }] : []))

const draft = async () => (await call(`/customers/${shop.customerId}/basket`, shop)).body

function save(version: number, draftsSpent: number, ...quantities: number[]) {
  const { cookie } = shop
  const headers = { 'if-match': `"${version}"` }
  const body = { lines: linesOf(...quantities), draftsSpent }
  return call(`/customers/${shop.customerId}/basket`, { method: 'PUT', cookie, headers, body })
}

function place(basketVersion: number, draftsSpent: number, ...quantities: number[]) {
  const { customerId, cycleId, cookie } = shop
  const body = { customerId, cycleId, lines: linesOf(...quantities), basketVersion, draftsSpent }
  return call('/orders', { method: 'POST', cookie, body })
}

const ordersNow = async () =>
  (await listOrders(world, 'tests', { customerId: shop.customerId, limit: 9 })).items.length

describe('one draft on two devices', () => {
  it('the second to place it is told of the order', async () => {
    await save(0, 0, 5, 6)
    expect((await place(1, 0, 5, 6)).status).toBe(201)
    const second = await place(1, 0, 5, 6)
    expect(second.body).toMatchObject({ status: 412, code: 'orders.draft_spent' })
    expect(await ordersNow()).toBe(1)
    expect((await place(1, 1, 5, 6)).status).toBe(201)
  })

  it('a submit that is sent again is its own order', async () => {
    const { customerId, cycleId, cookie } = shop
    const body = { customerId, cycleId, lines: linesOf(2), basketVersion: 0, draftsSpent: 0 }
    const headers = { 'idempotency-key': 'two-devices-once' }
    const send = () => call('/orders', { method: 'POST', cookie, headers, body })
    const [first, again] = [await send(), await send()]
    expect([first.status, again.body]).toEqual([201, first.body])
  })

  it('what was ordered is not kept as the next draft', async () => {
    await save(0, 0, 5, 6)
    await place(1, 0, 5, 6)
    const kept = await save(1, 0, 5, 6, 7)
    expect(kept.body).toMatchObject({ status: 412, code: 'orders.draft_spent' })
    expect(await draft()).toMatchObject({ version: 1, isSpent: true, draftsSpent: 1 })
    expect((await save(1, 1, 0, 0, 7)).body).toMatchObject({ isSpent: false, draftsSpent: 1 })
  })

  it('what another device added after it stands', async () => {
    await save(0, 0, 5, 6)
    await save(1, 0, 5, 6, 7)
    await place(1, 0, 5, 6)
    const [, , third] = shop.products
    expect(await draft()).toMatchObject({ isSpent: false, lines: [{ productId: third, quantity: 7 }] })
    await place(2, 1, 0, 0, 7)
    expect(await draft()).toMatchObject({ isSpent: true })
  })

  it('what another device took out is not brought back', async () => {
    await save(0, 0, 5, 6)
    await save(1, 0, 5)
    await place(1, 0, 5, 6)
    expect(await draft()).toMatchObject({ isSpent: true })
  })
})
