import { beforeEach, expect, it } from 'vitest'
import { saveCustomer } from '#accounts'
import { rolesThatSee } from '#shared/customer-cuts'
import type { CustomerId } from '#shared/ids'
import { staffRoles } from '#shared/roles'
import { getOrder } from '../../functions/orders/get-order.ts'
import { listOrders } from '../../functions/orders/list-orders.ts'
import { showOrderHistory } from '../../functions/orders/show-order-history.ts'
import { type AClosing, aClosing, aPayer, close, order, standing, tester } from '../closings/a-closing.ts'
import { aCustomer, aRelease } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let at: AClosing
let shop: CustomerId

beforeEach(async () => {
  world = await aWorld()
  at = await aClosing(world)
  shop = await aPayer(world, '1', 5000)
})

it('what a standing draft left out has its name', async () => {
  const [, scarce] = at.products
  if (!scarce) throw new Error('No product')
  await aRelease(world, at.cycleId, { firstCome: [{ productId: scarce, quantity: 1 }] })
  await standing(world, at, shop, [2, 3])
  await close(world, at)
  const [placed] = (await listOrders(world, 'tests', { customerId: shop, limit: 9 })).items
  if (!placed) throw new Error('No order')
  const [first] = await showOrderHistory(world, placed.orderId)
  expect(first).toMatchObject({
    type: 'order.placed',
    change: {
      isStanding: true,
      leftOut: [
        { productId: scarce, code: 'orders.supply_short', name: { zh: '商品P-2', en: 'Product P-2' } },
      ],
    },
  })
})

it('an order that lacks funds says how much', async () => {
  const { orderId } = await order(world, at, shop, 4)
  expect((await getOrder(world, tester, orderId)).missingFunds).toBeUndefined()
  await saveCustomer(world, tester, {
    code: '1',
    name: { zh: '店1', en: 'Shop 1' },
    kind: 'retailer',
    licence: { number: '' },
    format: '',
    addresses: [],
    unitPath: 'hq/53/5301',
    batch: 'daily',
    priceList: 'standard',
    grade: 18,
    creditLimit: 0,
    balance: 3000,
  })
  await close(world, at)
  const { state, missingFunds, fundsUntil } = await getOrder(world, tester, orderId)
  expect({ state, missingFunds, fundsUntil }).toEqual({
    state: 'awaiting-funds',
    missingFunds: 1000,
    fundsUntil: '2026-11-26T10:00:00.000Z',
  })
})

it('each role sees its cut of an order', async () => {
  const addresses = [{ text: '环城路 1 号', isMain: true }]
  await aCustomer(world, '1', { balance: 5000, creditLimit: 0, addresses })
  const { orderId } = await order(world, at, shop, 4)
  await aCustomer(world, '1', { balance: 3000, creditLimit: 0, addresses })
  await close(world, at)
  for (const role of staffRoles) {
    const grants = [{ role, unitPath: 'hq' }]
    const staff = { kind: 'staff', personId: 'per_1', grants, sessionKey: '' } as const
    const told = await getOrder(world, staff, orderId)
    expect('missingFunds' in told, role).toBe(rolesThatSee('money').includes(role))
    expect('address' in told, role).toBe(rolesThatSee('reach').includes(role))
  }
})
