import { beforeEach, describe, expect, it } from 'vitest'
import { accountKey, storedCustomer } from '#accounts'
import { obligationsOfOrders } from '#drafts'
import { placeOrder, recordPastOrder } from '#orders'
import type { DraftLine } from '#shared/drafts'
import type { CustomerId, OrderId } from '#shared/ids'
import { addSeconds } from '#shared/time'
import { basketKey } from '../../functions/drafts/basket-store.ts'
import { getBasket, saveBasket } from '../../functions/drafts/save-basket.ts'
import { runDue } from '../../functions/entry/schedule.ts'
import { changeOrder } from '../../functions/orders/change-order.ts'
import { listOrders } from '../../functions/orders/list-orders.ts'
import { type AClosing, aClosing, aPayer, close, eventsOf, standing, tester } from '../closings/a-closing.ts'
import { aCompany, aCustomer, aCycle } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let at: AClosing
let shop: CustomerId

beforeEach(async () => {
  world = await aWorld()
  at = await aClosing(world)
  shop = await aPayer(world, '1', 500_000)
})

function lines(quantity: number): DraftLine[] {
  return [{ productId: at.products[0] ?? 'prd_', quantity }]
}

async function keep(quantity: number, baseVersion: number): Promise<void> {
  world.pass(5)
  await saveBasket(world, tester, { customerId: shop, baseVersion, lines: lines(quantity) })
}

async function place(quantity: number, basketVersion?: number): Promise<OrderId> {
  world.pass(5)
  const key = `${quantity} ${basketVersion}`
  const input = { customerId: shop, cycleId: at.cycleId, lines: lines(quantity), basketVersion }
  return (await placeOrder(world, tester, input, { key, fingerprint: key })).order.orderId
}

async function change(orderId: OrderId, to: 'placed' | 'cancelled', quantity: number): Promise<void> {
  world.pass(5)
  const change = to === 'placed' ? { to, lines: lines(quantity) } : { to }
  await changeOrder(world, tester, { orderId, baseVersion: 1, change })
}

/** The next day's cycle, up to and beyond its cut-off. */
async function nextCycle(): Promise<void> {
  world.pass(86_400)
  const cycleId = await aCycle(world)
  const closesAt = addSeconds(world.clock.now(), 7200)
  world.setNow(addSeconds(closesAt, -1700))
  for (let run = 1; run <= 3; run++) await runDue(world)
  await close(world, { ...at, cycleId, closesAt })
}

async function totals(): Promise<number[]> {
  return (await listOrders(world, 'tests', { customerId: shop, limit: 20 })).items.map(({ total }) => total)
}

async function remindersOf(): Promise<string[]> {
  return (await eventsOf(world, shop)).filter((type) => type.endsWith('_reminder'))
}

const isSpent = async () => (await getBasket(world, shop)).isSpent

describe('a draft that went into an order', () => {
  it('what a change ordered is not placed again', async () => {
    await standing(world, at, shop, [2])
    const orderId = await place(2, 1)
    await keep(3, 1)
    await change(orderId, 'placed', 3)
    await close(world, at)
    await nextCycle()
    expect(await totals()).toEqual([3000])
    expect(await remindersOf()).toEqual([])
  })

  it('any number of later orders leaves it spent', async () => {
    await aCompany(world, { oneOrderACycle: false })
    await standing(world, at, shop, [7])
    await place(7, 1)
    for (const quantity of [1, 2, 3, 4]) await place(quantity, undefined)
    await close(world, at)
    expect(await totals()).toEqual([4000, 3000, 2000, 1000, 7000])
  })

  it('orders of an earlier time leave it spent', async () => {
    await standing(world, at, shop, [2])
    await place(2, 1)
    for (let number = 2; number <= 7; number++) {
      const past = {
        customerId: shop,
        placedAt: world.clock.now(),
        currency: 'CNY',
        source: `${number}`,
      } as const
      const line = {
        productId: at.products[0] ?? ('prd_' as const),
        quantity: 1,
        wanted: 1,
        price: 1000,
        taxRate: 0,
      }
      const where = { cycleId: at.cycleId, runningNumber: number, lines: [line] }
      await recordPastOrder(world, tester, { ...past, ...where })
    }
    await close(world, at)
    await nextCycle()
    expect((await totals()).filter((total) => total === 2000)).toHaveLength(1)
  })

  it('an order that names no draft spends it too', async () => {
    await standing(world, at, shop, [2])
    await place(2)
    await close(world, at)
    await nextCycle()
    expect(await totals()).toEqual([2000])
  })

  it('a cancelled order is not followed by its draft', async () => {
    await standing(world, at, shop, [2])
    const orderId = await place(2, 1)
    await keep(3, 1)
    await change(orderId, 'cancelled', 0)
    await close(world, at)
    expect(await totals()).toEqual([0])
  })

  it('saving a whole customer leaves it spent', async () => {
    await standing(world, at, shop, [2])
    await place(2, 1)
    const before = await storedCustomer(world.table, shop)
    await aCustomer(world, '1', { number: before?.customer.number, balance: 400_000, creditLimit: 0 })
    expect(await isSpent()).toBe(true)
  })
})

describe('a draft that no order has spent', () => {
  it('what is kept after an order is the next one', async () => {
    await standing(world, at, shop, [2])
    await place(2, 1)
    await close(world, at)
    await keep(4, 1)
    await nextCycle()
    expect(await totals()).toEqual([4000, 2000])
    expect(await remindersOf()).toEqual(['order.standing_reminder'])
  })

  it('a clock that is behind loses no draft', async () => {
    await place(2)
    world.pass(-120)
    await keep(4, 0)
    expect(await isSpent()).toBe(false)
  })

  it('settling an older order does not spend it', async () => {
    await place(2)
    await keep(4, 0)
    await close(world, at)
    expect(await isSpent()).toBe(false)
  })

  it('home, page and closing say the same', async () => {
    await aCompany(world, { oneOrderACycle: false })
    await keep(4, 0)
    const linesAtHome = async () =>
      (await obligationsOfOrders(world, { customerId: shop, role: 'owner' }))[0]?.facts.lines
    expect([await isSpent(), await linesAtHome()]).toEqual([false, 1])
    await place(4, 1)
    expect([await isSpent(), await linesAtHome()]).toEqual([true, 0])
  })
})

describe('accounts and drafts of before they were counted', () => {
  /** As they were stored before anyone counted. */
  async function forgetCounts(): Promise<void> {
    const account = accountKey(shop)
    const older = await Promise.all(
      [account, basketKey(shop)].map(async (key) => {
        const { draftsSpent: _, ds: __, ...item } = (await world.table.get(key, { isStrong: true })) ?? {}
        return { put: { ...item, ...key } }
      }),
    )
    await world.table.commit(older)
  }

  it('a draft older than the last change is spent', async () => {
    await keep(2, 0)
    const orderId = await place(2, 1)
    await keep(3, 1)
    await change(orderId, 'placed', 3)
    await forgetCounts()
    expect(await isSpent()).toBe(true)
  })

  it('a draft younger than every order stands', async () => {
    await aCompany(world, { oneOrderACycle: false })
    await place(2)
    await keep(3, 0)
    await forgetCounts()
    expect(await isSpent()).toBe(false)
    await place(3)
    expect(await isSpent()).toBe(true)
  })
})
