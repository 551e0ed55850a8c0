import { beforeEach, describe, expect, it } from 'vitest'
import { saveCycle } from '#calendar'
import { placeOrder } from '#orders'
import type { Actor } from '#platform/actor'
import type { PersonId, ProductId } from '#shared/ids'
import type { SaveBuyerSettings } from '#shared/spending'
import { type Answer, apiOf, type Call, type Sent } from '../support/api-client.ts'
import { type AShop, aCompany, aMember, aSession, aShop } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let shop: AShop
let call: Call
let buyer: PersonId
let cookie: string
let product: ProductId

// Each unit costs 10.00; the company's clock shows 12:00 of 25 November 2026.
beforeEach(async () => {
  world = await aWorld()
  shop = await aShop(world, 1)
  await aCompany(world, { oneOrderACycle: false })
  call = apiOf(world)
  buyer = await aMember(world, shop.customerId, 'buyer')
  cookie = await aSession(world, buyer, shop.customerId)
  const [first] = shop.products
  if (!first) throw new Error('No product')
  product = first
})

const settingsPath = () => `/customers/${shop.customerId}/buyer-settings`

function settle(body: SaveBuyerSettings, version: number, by = shop.cookie): Promise<Answer> {
  return call(settingsPath(), { method: 'PUT', cookie: by, body, headers: { 'if-match': `"${version}"` } })
}

async function limitTo(amount: number, period: 'day' | 'week' | 'month' | 'cycle' = 'day'): Promise<void> {
  const limits = [{ personId: buyer, amount, period }]
  const answer = await settle({ approval: 'above-limit', limits }, 0)
  expect(answer.status, answer.text).toBe(200)
}

function place(quantity: number, sent: Sent = {}): Promise<Answer> {
  const { customerId, cycleId } = shop
  const body = { customerId, cycleId, lines: [{ productId: product, quantity }] }
  return call('/orders', { method: 'POST', cookie, body, ...sent })
}

function change(order: Answer, quantity: number, by = cookie): Promise<Answer> {
  const body = { lines: [{ productId: product, quantity }] }
  const headers = { 'if-match': `"${order.body.version}"` }
  return call(`/orders/${order.body.orderId}`, { method: 'PUT', cookie: by, body, headers })
}

function cancel(order: Answer): Promise<Answer> {
  const headers = { 'if-match': `"${order.body.version}"` }
  return call(`/orders/${order.body.orderId}/cancellation`, { method: 'POST', cookie, headers })
}

async function leftNow(): Promise<unknown> {
  const { body } = await call(`/customers/${shop.customerId}/spending`, { cookie })
  return typeof body.limit === 'object' && body.limit !== null && 'left' in body.limit
    ? body.limit.left
    : undefined
}

describe('spending limits', () => {
  it('an order above the limit is refused with every number', async () => {
    await limitTo(5000)
    expect((await place(3)).status).toBe(201)
    const refused = await place(3)
    expect(refused.body).toMatchObject({ status: 422, code: 'orders.lines_refused' })
    expect(refused.body.errors).toMatchObject([
      {
        code: 'orders.over_spending',
        facts: {
          ...{ spendable: 5000, spent: 3000, unspent: 2000, total: 3000 },
          periodEnds: '2026-11-25T16:00:00.000Z',
        },
      },
    ])
    expect(refused.text).toContain('请店主同意')
    expect((await place(2)).status).toBe(201)
    expect(await leftNow()).toBe(0)
  })

  it('changes and cancellations count back', async () => {
    await limitTo(5000)
    const order = await place(5)
    expect((await change(order, 6)).status).toBe(422)
    const smaller = await change(order, 2)
    expect(smaller.status, smaller.text).toBe(200)
    expect(await leftNow()).toBe(3000)
    expect((await cancel(smaller)).status).toBe(200)
    expect(await leftNow()).toBe(5000)
  })

  it('what the owner adds is not the buyer’s', async () => {
    await limitTo(5000)
    const order = await place(4)
    const larger = await change(order, 40, shop.cookie)
    expect(larger.status, larger.text).toBe(200)
    expect(await leftNow()).toBe(1000)
    expect((await change(larger, 42)).status).toBe(422)
  })

  it('orders before the limit was set count towards it', async () => {
    await place(4)
    await limitTo(5000)
    expect(await leftNow()).toBe(1000)
    expect((await place(2)).status).toBe(422)
  })

  it('the next day has its own limit', async () => {
    await saveCycle(world, {
      ...{ batch: 'daily', date: '2026-11-28', opensAt: '2026-11-25T00:00:00.000Z' },
      closesAt: '2026-11-28T00:00:00.000Z',
    })
    shop = { ...shop, cycleId: 'cyc_daily-2026-11-28' }
    await limitTo(5000)
    world.setNow('2026-11-25T15:59:59.000Z')
    const order = await place(5)
    expect(order.status, order.text).toBe(201)
    world.setNow('2026-11-25T16:00:00.000Z')
    expect((await place(5)).status).toBe(201)
    const later = await change(order, 6)
    expect(later.body.errors).toMatchObject([
      { code: 'orders.over_spending', facts: { spent: 0, total: 6000 } },
    ])
  })

  it('many orders at once never pass the limit', async () => {
    await limitTo(5000, 'cycle')
    const other = apiOf(await aWorld({ tableName: world.config.tableName }))
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => {
        const { customerId, cycleId } = shop
        const body = { customerId, cycleId, lines: [{ productId: product, quantity: 1 }] }
        return (at % 2 ? call : other)('/orders', { method: 'POST', cookie, body })
      }),
    )
    const placed = answers.filter(({ status }) => status === 201)
    expect(placed).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(7)
    expect(await leftNow()).toBe(0)
  })

  it('owners and staff have no limit of their own', async () => {
    await settle({ approval: 'always', limits: [{ personId: buyer, amount: 0, period: 'day' }] }, 0)
    expect((await place(9, { cookie: shop.cookie })).status).toBe(201)
    expect((await place(9)).body.errors).toMatchObject([{ code: 'orders.approval_needed' }])
  })

  it('only who has a limit pays for it', async () => {
    await limitTo(5000)
    const { customerId, cycleId } = shop
    const input = { customerId, cycleId, lines: [{ productId: product, quantity: 1 }] }
    const member = { kind: 'member', customerId, sessionKey: '' } as const
    const trips = async (actor: Actor) => {
      const table = world.table.metered()
      const once = { key: String(actor.kind === 'member' && actor.role), fingerprint: '' }
      await placeOrder({ ...world, table }, actor, input, once)
      return table.spent
    }
    await place(1)
    const owners = await trips({ ...member, role: 'owner', personId: shop.owner })
    const buyers = await trips({ ...member, role: 'buyer', personId: buyer })
    expect(owners.roundTrips).toBe(2)
    expect(buyers.roundTrips).toBe(3)
    expect(buyers.writeUnits).toBeLessThanOrEqual(owners.writeUnits)
    expect(buyers.readUnits).toBeLessThanOrEqual(owners.readUnits + 2)
  })

  it('who settles what is on the record', async () => {
    await limitTo(5000)
    const stale = await settle({ approval: 'never', limits: [] }, 0)
    expect(stale.body).toMatchObject({ status: 412, facts: { current: 1 } })
    await settle({ approval: 'never', limits: [] }, 1)
    const { body } = await call(`${settingsPath()}/history`, { cookie: shop.cookie })
    expect(body.items).toMatchObject([
      { change: { approval: { from: 'above-limit', to: 'never' }, version: { from: 1, to: 2 } } },
      {
        type: 'buyers.settled',
        change: { [`limitOf ${buyer}`]: { from: null, to: { amount: 5000, period: 'day' } } },
      },
    ])
    expect((await settle({ approval: 'never', limits: [] }, 2, cookie)).status).toBe(403)
  })
})
