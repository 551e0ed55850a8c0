import { marshall } from '@aws-sdk/util-dynamodb'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { placeOrder } from '#orders'
import type { Item } from '#platform/storage/item-kind'
import { partsOfOrderNumber } from '#shared/check-character'
import { type OrderId, orderIdOf } from '#shared/ids'
import { deliverDue } from '../../functions/entry/schedule.ts'
import { headKey } from '../../functions/orders/head-store.ts'
import { listOrders } from '../../functions/orders/list-orders.ts'
import { firstVersionKey, oncePart } from '../../functions/orders/version-store.ts'
import { type Answer, apiOf, type Call } from '../support/api-client.ts'
import {
  type AShop,
  aCompany,
  aCustomer,
  aMember,
  aRelease,
  aSession,
  aShop,
  someStaff,
} from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let shop: AShop
let call: Call

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world, 50)
  await aCompany(world, { oneOrderACycle: false })
  const limits = shop.products.map((productId) => ({ productId, grade: 18, quantity: 9000 }))
  await aRelease(world, shop.cycleId, { limits, shopsOfGrade: new Map([[18, 748]]) })
  call = apiOf(world)
  for (let at = 0; at < 25; at++) await place(`order-${at}`, 1)
})

async function place(key: string, count: number): Promise<OrderId> {
  const lines = shop.products.slice(0, count).map((productId) => ({ productId, quantity: 144 }))
  const { customerId, cycleId } = shop
  world.pass(1)
  const { order } = await placeOrder(world, tester, { customerId, cycleId, lines }, { key, fingerprint: key })
  return orderIdOf(customerId, Number(order.orderId.split('-')[1]))
}

const bytesOf = (item: Item | undefined) => Buffer.byteLength(JSON.stringify(marshall(item ?? {})))
/** Bytes as DynamoDB counts an item: names and values, a few for each number and list entry. */
function storedBytes(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value)
  if (typeof value === 'number') return Math.ceil(String(value).length / 2) + 1
  if (Array.isArray(value)) return 3 + value.reduce((sum, one) => sum + storedBytes(one) + 1, 0)
  if (typeof value !== 'object' || value === null) return 1
  return 3 + Object.entries(value).reduce((sum, [name, one]) => sum + name.length + storedBytes(one) + 1, 0)
}

describe('the list of orders', () => {
  it('twenty orders cost one round trip, few units', async () => {
    const table = world.table.metered()
    const page = await listOrders({ ...world, table }, 'per_A', { customerId: shop.customerId, limit: 20 })
    expect(page.items).toHaveLength(20)
    expect(table.spent.roundTrips).toBe(1)
    expect(table.spent.readUnits).toBeLessThanOrEqual(1.5)
  })

  it('pages go from newest to oldest without gaps', async () => {
    const seen: string[] = []
    let cursor = ''
    do {
      const { body } = await call(`/customers/${shop.customerId}/orders?limit=7${cursor}`, {
        cookie: shop.cookie,
      })
      const { items, nextCursor } = z
        .object({ items: z.array(z.object({ orderId: z.string() })), nextCursor: z.string().optional() })
        .parse(body)
      seen.push(...items.map(({ orderId }) => orderId))
      cursor = nextCursor ? `&cursor=${encodeURIComponent(nextCursor)}` : ''
    } while (cursor)
    expect(seen.map((orderId) => Number(orderId.split('-')[1]))).toEqual(
      Array.from({ length: 25 }, (_, at) => 25 - at),
    )
  })

  it('staff see the orders under their units alone', async () => {
    const elsewhere = await aCustomer(world, 'elsewhere', { unitPath: 'hq/44' })
    const lines = [{ productId: shop.products[0] ?? 'prd_', quantity: 1 }]
    await placeOrder(
      world,
      tester,
      { customerId: elsewhere, cycleId: shop.cycleId, lines },
      { key: 'e', fingerprint: 'e' },
    )
    const counted = async (unitPath: string, query = '') => {
      const cookie = await aSession(world, await someStaff(world, [{ role: 'analyst', unitPath }]))
      const { body } = await call(`/orders?limit=100${query}`, { cookie })
      const found = z.array(z.object({ customerId: z.string(), unitPath: z.string() })).parse(body.items)
      return found.map((order) => order.unitPath)
    }
    expect(await counted('hq')).toHaveLength(26)
    expect(await counted('hq/53')).toHaveLength(25)
    expect(await counted('hq/53/5301')).toHaveLength(25)
    expect(await counted('hq/53/5302')).toEqual([])
    expect(await counted('hq/44')).toEqual(['hq/44'])
    expect(await counted('hq', `&cycleId=${shop.cycleId}`)).toHaveLength(26)
    expect(await counted('hq', '&cycleId=cyc_daily-2020-01-01')).toEqual([])
  })
})

describe('what an order weighs', () => {
  it('a head stays below one kilobyte', async () => {
    expect(bytesOf(await world.table.get(headKey(shop.customerId, 1)))).toBeLessThan(1024)
  })

  it('a line takes at most sixty bytes', async () => {
    await place('one-line', 1)
    await place('fifty-lines', 50)
    const sizes = ['one-line', 'fifty-lines'].map(async (key) =>
      storedBytes(await world.table.get(firstVersionKey(shop.customerId, oncePart(key)))),
    )
    const [one = 0, fifty = 0] = await Promise.all(sizes)
    expect((fifty - one) / 49).toBeLessThanOrEqual(60)
  })
})

describe('one order', () => {
  it('it is shown with its names and its window', async () => {
    const orderId = await place('shown', 2)
    const { body, headers } = await call(`/orders/${orderId}`, { cookie: shop.cookie })
    expect(headers.get('etag')).toBe('"1"')
    expect(body).toMatchObject({
      customerName: { zh: '店183' },
      timeZone: 'Asia/Shanghai',
      isChangeable: true,
      now: world.clock.now(),
      lines: [{ quantity: 144, price: 1000, amount: 144_000, limit: 9000 }, { price: 1001 }],
    })
    const products = z.record(z.string(), z.object({ code: z.string() })).parse(body.products)
    expect(Object.values(products).map(({ code }) => code)).toEqual(['P-1', 'P-2'])
    const said = partsOfOrderNumber(String(body.number))
    expect(said?.runningNumber).toBe(Number(orderId.split('-')[1]))
    const { body: customer } = await call(`/customers/${shop.customerId}`, { cookie: shop.cookie })
    expect(said?.customerNumber).toBe(customer.number)
  })

  it('an order that is not there is not found', async () => {
    const absent = orderIdOf(shop.customerId, 9999)
    for (const path of [`/orders/${absent}`, `/orders/${absent}/history`]) {
      expect((await call(path, { cookie: shop.cookie })).body).toMatchObject({
        status: 404,
        code: 'orders.order_not_found',
      })
    }
  })
})

describe('ordering on behalf of a shop', () => {
  let placed: Answer
  let path: string

  beforeAll(async () => {
    const desk = await aSession(world, await someStaff(world, [{ role: 'order-desk', unitPath: 'hq/53' }]))
    const { customerId, cycleId } = shop
    const body = { customerId, cycleId, lines: [{ productId: shop.products[0], quantity: 3 }] }
    placed = await call('/orders', { method: 'POST', cookie: desk, body })
    path = `/orders/${placed.body.orderId}`
  })

  it('the order bears its mark for everyone', async () => {
    expect(placed.status, placed.text).toBe(201)
    expect(placed.body).toMatchObject({ isOnBehalf: true })
    const changed = await call(path, {
      method: 'PUT',
      cookie: shop.cookie,
      headers: { 'if-match': '"1"' },
      body: { lines: [{ productId: shop.products[0], quantity: 5 }] },
    })
    expect(changed.body).toMatchObject({ version: 2, isOnBehalf: true })
  })

  it('the history names who did what, and for whom', async () => {
    const { body } = await call(`${path}/history`, { cookie: shop.cookie })
    expect(body.items).toMatchObject([
      {
        type: 'order.placed',
        by: { kind: 'staff', name: expect.stringMatching(/^职/), isOnBehalf: true },
        change: { total: 3000 },
      },
      {
        type: 'order.changed',
        by: { kind: 'member', name: expect.stringMatching(/^员/), isOnBehalf: false },
        change: { total: { from: 3000, to: 5000 } },
      },
    ])
  })

  it('the owner is told once by SMS', async () => {
    await aMember(world, shop.customerId, 'buyer')
    while ((await deliverDue(world)) > 0) world.pass(1)
    const told = world.sentSms.filter(({ text }) => text.includes(String(placed.body.number)))
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('¥30.00')
    expect(world.sentSms).toEqual(told)
  })
})
