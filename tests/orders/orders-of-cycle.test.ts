import { expect, it } from 'vitest'
import { placeOrder } from '#orders'
import type { UnitPath } from '#shared/unit-path'
import { listUnitOrders } from '../../functions/orders/list-orders.ts'
import { aCompany, aCustomer, aCycle, someProducts } from '../support/builders.ts'
import { aWorld } from '../support/fake-world.ts'

it('orders of a cycle are found behind those of others', async () => {
  const world = await aWorld()
  await aCompany(world)
  const [product] = await someProducts(world, [{ code: 'P-1' }])
  if (!product) throw new Error('No product')
  const cycles = { 'weekly-1': await aCycle(world, 'weekly-1'), 'weekly-2': await aCycle(world, 'weekly-2') }
  const placed: Record<string, string[]> = { 'weekly-1': [], 'weekly-2': [] }
  for (let at = 0; at < 14; at++) {
    const batch = at % 7 === 6 ? 'weekly-2' : 'weekly-1'
    const customerId = await aCustomer(world, `${at}`, {
      batch,
      unitPath: at < 7 ? 'hq/53/5301' : 'hq/53/5302',
    })
    const input = { customerId, cycleId: cycles[batch], lines: [{ productId: product, quantity: 1 }] }
    const actor = { kind: 'system', name: 'tests' } as const
    const { order } = await placeOrder(world, actor, input, { key: `${at}`, fingerprint: `${at}` })
    placed[batch]?.push(order.orderId)
  }
  const found: string[] = []
  let cursor: string | undefined
  do {
    const asked = { subtrees: ['hq'], cycleId: cycles['weekly-2'], limit: 2, cursor }
    const page = await listUnitOrders(world, 'tester', asked)
    expect(page.items.length > 0 || page.nextCursor === undefined).toBe(true)
    found.push(...page.items.map(({ orderId }) => orderId))
    cursor = page.nextCursor
  } while (cursor)
  expect(found.sort()).toEqual(placed['weekly-2']?.sort())
})

it('at the weekend the orders of next week come first', async () => {
  const world = await aWorld()
  const actor = { kind: 'system', name: 'tests' } as const
  await aCompany(world)
  const [product] = await someProducts(world, [{ code: 'P-1' }])
  if (!product) throw new Error('No product')
  const lines = [{ productId: product, quantity: 1 }]
  const place = async (code: string, batch: string, openSeconds: number) => {
    const customerId = await aCustomer(world, code, { batch })
    const cycleId = await aCycle(world, batch, { openSeconds })
    const once = { key: code, fingerprint: code }
    return (await placeOrder(world, actor, { customerId, cycleId, lines }, once)).order.orderId
  }
  world.setNow('2026-11-28T04:00:00.000Z')
  const friday = await place('1', 'weekly-1', 3600)
  world.pass(60)
  const ahead = await place('2', 'weekly-2', 3 * 86_400)
  world.pass(60)
  const saturday = await place('3', 'weekly-1', 7200)
  const { items } = await listUnitOrders(world, 'tester', { subtrees: ['hq'], limit: 9 })
  expect(items.map(({ orderId }) => orderId)).toEqual([saturday, ahead, friday])
  const first = await listUnitOrders(world, 'tester', { subtrees: ['hq'], limit: 1 })
  expect(first.items.map(({ orderId }) => orderId)).toEqual([ahead])
  expect(first.nextCursor).toBeDefined()
})

it('a whole number finds an order however old', async () => {
  const world = await aWorld()
  const actor = { kind: 'system', name: 'tests' } as const
  await aCompany(world)
  const [product] = await someProducts(world, [{ code: 'P-1' }])
  if (!product) throw new Error('No product')
  const customerId = await aCustomer(world, '1', { unitPath: 'hq/53/5301' })
  const input = { customerId, cycleId: await aCycle(world), lines: [{ productId: product, quantity: 1 }] }
  const { order } = await placeOrder(world, actor, input, { key: 'old', fingerprint: 'old' })
  world.pass(90 * 86_400)
  const find = async (text: string, unit: UnitPath) =>
    (await listUnitOrders(world, 'tester', { subtrees: [unit], text, limit: 9 })).items.map(
      ({ orderId, customerName }) => [orderId, customerName.zh],
    )
  const typed = ` ${order.number.toLowerCase()} `
  expect(await find(typed, 'hq/53')).toEqual([[order.orderId, '店1']])
  expect(await find(typed, 'hq/44')).toEqual([])
  expect(await find(order.number.slice(0, -1), 'hq/53')).toEqual([])
})
