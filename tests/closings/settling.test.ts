import { beforeEach, describe, expect, it } from 'vitest'
import { planPastOrders } from '#orders'
import { type CustomerId, idOf } from '#shared/ids'
import { addSeconds } from '#shared/time'
import { putBalance } from '../../functions/accounts/put-balance.ts'
import { reportOfSettled } from '../../functions/closings/report-settled.ts'
import { deliverDue, runDue } from '../../functions/entry/schedule.ts'
import { listOrders } from '../../functions/orders/list-orders.ts'
import { settleOrder } from '../../functions/orders/settle-order.ts'
import { aCompany } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { type AClosing, aClosing, accountOf, aPayer, close, order, tester } from './a-closing.ts'

const LAPSES_AT = '2026-11-26T10:00:00.000Z'
let world: FakeWorld
let at: AClosing
let shop: CustomerId

beforeEach(async () => {
  world = await aWorld()
  at = await aClosing(world)
  await aCompany(world, { oneOrderACycle: false })
  shop = await aPayer(world, 'S-1', 100_000)
})

function give(balance: number) {
  return putBalance(world, tester, { named: 'S-1', subtrees: [''], balance, creditLimit: 0 })
}

/** The states of the shop's orders, the oldest first. */
async function statesOf() {
  const { items } = await listOrders(world, 'tests', { customerId: shop, limit: 100 })
  return items.map(({ state }) => state).toReversed()
}

/** Orders of an earlier time, which take the newest numbers. */
async function recordPastOrders(count: number) {
  const [productId = idOf('product', '')] = at.products
  for (let index = 1; index <= count; index++) {
    const lines = [{ productId, quantity: 1, wanted: 1, price: 1000, taxRate: 1300 }]
    const placedAt = addSeconds(at.closesAt, -86_400 * 30 - index)
    const past = { customerId: shop, placedAt, currency: 'CNY', source: `old ${index}`, lines } as const
    const [plan] = await planPastOrders(world, [past])
    if (!plan || plan instanceof Error) throw plan
    await plan.commit(tester)
  }
}

async function deliver() {
  while ((await deliverDue(world)) > 0) {}
}

describe('settling the orders of a shop', () => {
  it('a confirmed order stays confirmed when money goes', async () => {
    const { orderId } = await order(world, at, shop, 4)
    await close(world, at)
    await give(-1)
    const later = addSeconds(world.clock.now(), 7200)
    expect(await settleOrder(world, tester, orderId, { until: later, along: reportOfSettled })).toBe(
      'confirmed',
    )
    expect(
      await settleOrder(world, tester, orderId, { until: world.clock.now(), along: reportOfSettled }),
    ).toBe('confirmed')
    expect(await accountOf(world, shop)).toEqual({ balance: -1, reserved: 0 })
  })

  it('the older of two orders has the money', async () => {
    await order(world, at, shop, 6)
    await order(world, at, shop, 5)
    await give(10_000)
    await close(world, at)
    expect(await statesOf()).toEqual(['confirmed', 'awaiting-funds'])
    expect(await accountOf(world, shop)).toEqual({ balance: 4000, reserved: 5000 })
    world.setNow(LAPSES_AT)
    for (let run = 1; run <= 2; run++) await runDue(world)
    expect(await statesOf()).toEqual(['confirmed', 'lapsed'])
    expect(await accountOf(world, shop)).toEqual({ balance: 4000, reserved: 0 })
  })

  it('the newer has what the older cannot use', async () => {
    await order(world, at, shop, 15)
    for (const quantity of [1, 2, 3]) await order(world, at, shop, quantity)
    await give(5000)
    await close(world, at)
    expect(await statesOf()).toEqual(Array(4).fill('awaiting-funds'))
    world.setNow(LAPSES_AT)
    for (let run = 1; run <= 2; run++) await runDue(world)
    expect(await statesOf()).toEqual(['lapsed', 'confirmed', 'confirmed', 'lapsed'])
    expect(await accountOf(world, shop)).toEqual({ balance: 2000, reserved: 0 })
  })

  it('money finds orders that wait behind many newer ones', async () => {
    await order(world, at, shop, 60)
    await give(1000)
    await close(world, at)
    expect(await statesOf()).toEqual(['awaiting-funds'])
    await recordPastOrders(120)
    await give(70_000)
    await deliver()
    expect((await statesOf())[0]).toBe('confirmed')
    expect(await accountOf(world, shop)).toEqual({ balance: 10_000, reserved: 0 })
  })
})
