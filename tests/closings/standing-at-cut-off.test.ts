import { beforeEach, describe, expect, it } from 'vitest'
import { storedCycle } from '#calendar'
import { placeOrder } from '#orders'
import type { CustomerId } from '#shared/ids'
import { addSeconds } from '#shared/time'
import { changeCycle } from '../../functions/calendar/change-cycle.ts'
import { showClosing } from '../../functions/closings/show-closing.ts'
import { saveBasket } from '../../functions/drafts/save-basket.ts'
import { runDue } from '../../functions/entry/schedule.ts'
import { getOrder } from '../../functions/orders/get-order.ts'
import { listOrders } from '../../functions/orders/list-orders.ts'
import { aRelease } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { type AClosing, aClosing, aPayer, close, eventsOf, order, standing, tester } from './a-closing.ts'

let world: FakeWorld
let at: AClosing
let shop: CustomerId

beforeEach(async () => {
  world = await aWorld()
  at = await aClosing(world)
  shop = await aPayer(world, '1', 50_000)
})

async function ordersOf() {
  return (await listOrders(world, 'tests', { customerId: shop, limit: 20 })).items
}

async function told() {
  const asked = { cycleId: at.cycleId, asker: 'tests', limit: 20, language: 'en' as const }
  return (await showClosing(world, asked)).items
}

describe('a standing draft at the cut-off', () => {
  it('it is placed as of the last instant', async () => {
    await standing(world, at, shop, [2, 0, 3])
    await close(world, at)
    const [placed] = await ordersOf()
    expect(placed).toMatchObject({
      cycleId: at.cycleId,
      placedAt: addSeconds(at.closesAt, -0.001),
      isStanding: true,
      lineCount: 2,
      total: 5000,
    })
    expect(await told()).toMatchObject([{ outcome: 'standing-placed', number: placed?.number }])
  })

  it('lines that the rules refuse are left out and told', async () => {
    await standing(world, at, shop, [2, 1])
    await saveBasket(world, tester, {
      customerId: shop,
      baseVersion: 1,
      lines: [
        { productId: at.products[0] ?? 'prd_', quantity: 2 },
        { productId: 'prd_0000000000000000', quantity: 1 },
      ],
    })
    await close(world, at)
    const [placed] = await ordersOf()
    expect(placed).toMatchObject({ total: 2000 })
    expect((await getOrder(world, tester, placed?.orderId ?? 'ord_')).lines).toMatchObject([{ quantity: 2 }])
    expect(await told()).toMatchObject([
      {
        outcome: 'standing-placed',
        problems: [{ productId: 'prd_0000000000000000', code: 'orders.product_unavailable' }],
      },
    ])
  })

  it('a refused line stays on record as wanted', async () => {
    const [first, scarce] = at.products
    await aRelease(world, at.cycleId, {
      limits: [{ productId: scarce ?? 'prd_', grade: 18, quantity: 2 }],
      shopsOfGrade: new Map([[18, 15]]),
    })
    await standing(world, at, shop, [2, 5])
    await close(world, at)
    const [placed] = await ordersOf()
    expect(placed).toMatchObject({ total: 2000, lineCount: 1 })
    expect((await getOrder(world, tester, placed?.orderId ?? 'ord_')).lines).toMatchObject([
      { productId: first, quantity: 2, wanted: 2 },
      { productId: scarce, quantity: 0, wanted: 5, amount: 0 },
    ])
    expect(await told()).toMatchObject([{ problems: [{ productId: scarce, code: 'orders.over_limit' }] }])
  })

  it('a draft of refused lines alone becomes no order', async () => {
    const [first] = at.products
    await aRelease(world, at.cycleId, { limits: [{ productId: first ?? 'prd_', grade: 18, quantity: 2 }] })
    await standing(world, at, shop, [5])
    await close(world, at)
    expect(await ordersOf()).toEqual([])
    expect(await told()).toMatchObject([{ outcome: 'standing-refused' }])
  })

  it('who wants all or nothing gets nothing and hears why', async () => {
    await standing(world, at, shop, [2, 1], false)
    await saveBasket(world, tester, {
      customerId: shop,
      baseVersion: 1,
      lines: [
        { productId: at.products[0] ?? 'prd_', quantity: 2 },
        { productId: 'prd_0000000000000000', quantity: 1 },
      ],
    })
    await close(world, at)
    expect(await ordersOf()).toEqual([])
    expect(await eventsOf(world, shop)).toContain('order.standing_refused')
    expect(await told()).toMatchObject([
      { outcome: 'standing-refused', problems: [{ code: 'orders.product_unavailable' }] },
    ])
  })

  it('a draft beyond the money is refused as a whole', async () => {
    await standing(world, at, shop, [60])
    await close(world, at)
    expect(await ordersOf()).toEqual([])
    expect(await told()).toMatchObject([
      { outcome: 'standing-refused', problems: [{ code: 'orders.over_available' }] },
    ])
  })

  it('who ordered itself gets no second order', async () => {
    await standing(world, at, shop, [2])
    await order(world, at, shop, 1)
    await close(world, at)
    expect(await ordersOf()).toMatchObject([{ total: 1000 }])
    expect(await told()).toEqual([])
  })

  it('a draft that an order has spent is not placed', async () => {
    await standing(world, at, shop, [2])
    const lines = [{ productId: at.products[0] ?? ('prd_' as const), quantity: 2 }]
    const input = { customerId: shop, cycleId: at.cycleId, lines, basketVersion: 1 }
    await placeOrder(world, tester, input, { key: 'own', fingerprint: 'own' })
    await close(world, at)
    expect(await ordersOf()).toHaveLength(1)
  })

  it('a draft nobody opted in for stays a draft', async () => {
    const lines = [{ productId: at.products[0] ?? ('prd_' as const), quantity: 2 }]
    await saveBasket(world, tester, { customerId: shop, baseVersion: 0, lines })
    await close(world, at)
    expect(await ordersOf()).toEqual([])
  })
})

describe('reminders before the cut-off', () => {
  it('half an hour before, each waiting shop hears once', async () => {
    const [plain, done] = [await aPayer(world, '2', 0), await aPayer(world, '3', 50_000)]
    await standing(world, at, shop, [2])
    const lines = [{ productId: at.products[0] ?? ('prd_' as const), quantity: 2 }]
    for (const customerId of [plain, done])
      await saveBasket(world, tester, { customerId, baseVersion: 0, lines })
    await order(world, at, done, 1)
    world.setNow(addSeconds(at.closesAt, -1801))
    await runDue(world)
    expect(await eventsOf(world, shop)).not.toContain('order.standing_reminder')
    world.setNow(addSeconds(at.closesAt, -1800))
    for (let run = 1; run <= 3; run++) await runDue(world)
    const remindersOf = async (customerId: CustomerId) =>
      (await eventsOf(world, customerId)).filter((type) => type.endsWith('_reminder'))
    expect(await remindersOf(shop)).toEqual(['order.standing_reminder'])
    expect(await remindersOf(plain)).toEqual(['order.draft_reminder'])
    expect(await remindersOf(done)).toEqual([])
  })

  it('a window that is put off is reminded of again', async () => {
    await standing(world, at, shop, [2])
    const remindersOf = async () => (await eventsOf(world, shop)).filter((type) => type.endsWith('_reminder'))
    world.setNow(addSeconds(at.closesAt, -1200))
    await runDue(world)
    const { opensAt, version } = await storedCycle(world.table, at.cycleId)
    const closesAt = addSeconds(at.closesAt, 7200)
    const asked = { cycleId: at.cycleId, opensAt, closesAt, reason: '下雪', baseVersion: version }
    await changeCycle(world, tester, { ...asked, orderDay: undefined })
    await runDue(world)
    expect(await remindersOf()).toHaveLength(1)
    world.setNow(addSeconds(closesAt, -1800))
    for (let run = 1; run <= 3; run++) await runDue(world)
    expect(await remindersOf()).toHaveLength(2)
  })
})
