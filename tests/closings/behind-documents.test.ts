import { beforeEach, describe, expect, it } from 'vitest'
import { saveCustomer, storedCustomer } from '#accounts'
import { obligationsOfOrders } from '#drafts'
import { planPastOrders } from '#orders'
import { type CustomerId, idOf, type OrderId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { getOrder } from '../../functions/orders/get-order.ts'
import { showPastQuantities } from '../../functions/orders/show-past-quantities.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { type AClosing, aClosing, accountOf, aPayer, close, order, tester } from './a-closing.ts'

const DOCUMENTS = 110
const SOLD_BEFORE = 7

let world: FakeWorld
let at: AClosing
let shop: CustomerId
let placed: OrderId

/** Orders of a year ago that another system kept, brought in now: their running numbers follow the newest order's. */
async function documentsComeIn(): Promise<void> {
  const productId = at.products[0] ?? idOf('product', '')
  const line = { productId, quantity: SOLD_BEFORE, wanted: SOLD_BEFORE, price: 1000, taxRate: 0 }
  for (let number = 1; number <= DOCUMENTS; number++) {
    const placedAt = `2025-11-${String(10 + (number % 5))}T02:00:00.000Z` as const
    const past = {
      customerId: shop,
      placedAt,
      currency: 'CNY',
      source: `D-${number}`,
      lines: [line],
    } as const
    const [plan] = await planPastOrders(world, [past])
    if (!plan || plan instanceof Problem) throw plan
    await plan.commit(tester)
  }
}

beforeEach(async () => {
  world = await aWorld()
  at = await aClosing(world)
  shop = await aPayer(world, '1', 5000)
  placed = (await order(world, at, shop, 5)).orderId
  await documentsComeIn()
})

describe('an order behind a hundred documents of last year', () => {
  it('the close settles it all the same', async () => {
    await close(world, at)
    expect(await getOrder(world, tester, placed)).toMatchObject({ state: 'confirmed' })
    expect(await accountOf(world, shop)).toEqual({ balance: 0, reserved: 0 })
  })

  it('home tells that it waits for money', async () => {
    const stored = await storedCustomer(world.table, shop, { isStrong: true })
    if (!stored) throw new Error('no shop')
    await saveCustomer(world, tester, { ...stored.customer, ...stored.account, balance: 1000 })
    await close(world, at)
    const told = await obligationsOfOrders(world, { customerId: shop, role: 'owner' })
    expect(told.find(({ kind }) => kind === 'awaiting-funds')).toMatchObject({
      facts: { missing: 4000 },
      dueAt: '2026-11-26T10:00:00.000Z',
    })
  })

  it('suggestions begin with it', async () => {
    const { items } = await showPastQuantities(world, { customerId: shop })
    expect(items[0]?.quantities[0]).toBe(5)
  })
})
