import { expect, it } from 'vitest'
import { placeOrder } from '#orders'
import type { ProductId } from '#shared/ids'
import { changeOrder } from '../../functions/orders/change-order.ts'
import { tallyOrders } from '../../functions/orders/tally-orders.ts'
import { aCompany, aCustomer, aCycle, someProducts } from '../support/builders.ts'
import { aWorld } from '../support/fake-world.ts'

const actor = { kind: 'system', name: 'tests' } as const

async function placeIn(
  world: Awaited<ReturnType<typeof aWorld>>,
  {
    code,
    unitPath,
    batch = 'weekly-1',
    product,
  }: Record<'code' | 'unitPath', string> & { batch?: string; product: ProductId },
) {
  const customerId = await aCustomer(world, code, { batch, unitPath })
  const cycleId = await aCycle(world, batch)
  const input = { customerId, cycleId, lines: [{ productId: product, quantity: 2 }] }
  const { order } = await placeOrder(world, actor, input, { key: code, fingerprint: code })
  return { ...order, cycleId }
}

it('orders of seven days are counted by unit and day', async () => {
  const world = await aWorld()
  await aCompany(world)
  const [product] = await someProducts(world, [{ code: 'P-1', price: 1_000 }])
  if (!product) throw new Error('No product')
  world.setNow('2026-11-17T04:00:00.000Z')
  await placeIn(world, { code: '1', unitPath: 'hq/53/5301', product })
  world.setNow('2026-11-23T04:00:00.000Z')
  const { total } = await placeIn(world, { code: '2', unitPath: 'hq/53/5301', product })
  await placeIn(world, { code: '3', unitPath: 'hq/53/5302', product })
  const { orderId, version } = await placeIn(world, { code: '4', unitPath: 'hq/53/5302', product })
  await changeOrder(world, actor, { orderId, baseVersion: version, change: { to: 'cancelled' } })
  world.setNow('2026-11-24T04:00:00.000Z')
  await placeIn(world, { code: '5', unitPath: 'hq/53/5302', product })

  const tally = await tallyOrders(world, { subtrees: ['hq'] })
  expect(tally).toMatchObject({ orders: 3, total: 3 * total, currency: 'CNY' })
  expect(tally.units).toEqual([
    { unitPath: 'hq/53/5302', orders: 2, total: 2 * total },
    { unitPath: 'hq/53/5301', orders: 1, total },
  ])
  expect(tally.days).toHaveLength(14)
  const busy = tally.days.filter(({ orders }) => orders > 0)
  expect(busy.map(({ date, orders }) => [date, orders])).toEqual([
    ['2026-11-17', 1],
    ['2026-11-23', 2],
    ['2026-11-24', 1],
  ])
  expect(tally.days.at(-1)?.date).toBe('2026-11-24')
  const ofUnit = await tallyOrders(world, { subtrees: ['hq/53/5301'] })
  expect(ofUnit.units).toEqual([{ unitPath: 'hq/53/5301', orders: 1, total }])
})

it('a cycle is counted by unit alone', async () => {
  const world = await aWorld()
  await aCompany(world)
  const [product] = await someProducts(world, [{ code: 'P-1', price: 1_000 }])
  if (!product) throw new Error('No product')
  const { cycleId, total } = await placeIn(world, { code: '1', unitPath: 'hq/53/5301', product })
  await placeIn(world, { code: '2', unitPath: 'hq/53/5301', batch: 'weekly-2', product })
  const tally = await tallyOrders(world, { subtrees: ['hq'], cycleId })
  expect(tally.units).toEqual([{ unitPath: 'hq/53/5301', orders: 1, total }])
  expect(tally.days).toEqual([])
})
