import { expect, it } from 'vitest'
import { placeOrder } from '#orders'
import { showAssortment } from '../../functions/orders/show-assortment.ts'
import { aCustomer, aRelease, aShop } from '../support/builders.ts'
import { aWorld } from '../support/fake-world.ts'

it('a tenth of what was given is little', async () => {
  const world = await aWorld()
  const { customerId, cycleId, products } = await aShop(world, 1, { creditLimit: 1_000_000 })
  const [productId = 'prd_' as const] = products
  await aRelease(world, cycleId, { firstCome: [{ productId, quantity: 10 }] })
  const shown = async () => (await (await showAssortment(world, customerId)).show()).items[0]
  expect(await shown()).toMatchObject({ remaining: 10 })
  expect(await shown()).not.toHaveProperty('isLow')
  const other = await aCustomer(world, 'other', { creditLimit: 1_000_000 })
  const input = { customerId: other, cycleId, lines: [{ productId, quantity: 9 }] }
  const once = { key: 'most', fingerprint: 'most' }
  await placeOrder(world, { kind: 'system', name: 'tests' }, input, once)
  expect(await shown()).toMatchObject({ remaining: 1, isLow: true })
})
