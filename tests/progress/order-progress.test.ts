import { beforeEach, describe, expect, it } from 'vitest'
import { customerRemoval, storedCustomer } from '#accounts'
import { dueEvents } from '#platform/events/event-store'
import { onShopCounted } from '#progress'
import type { CustomerId, CycleId, ProductId } from '#shared/ids'
import { putCustomer } from '../../functions/accounts/save-customer.ts'
import { deliverDue, runDue, startUpkeepOf } from '../../functions/entry/schedule.ts'
import { changeOrder } from '../../functions/orders/change-order.ts'
import { placeOrder } from '../../functions/orders/place-order.ts'
import { showOrderProgress } from '../../functions/progress/show-progress.ts'
import { aCompany, aCustomer, aCycle, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { randomOf } from '../support/seeded-chance.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let cycleId: CycleId
let products: ProductId[]

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
  cycleId = await aCycle(world)
  products = await someProducts(world, [{ code: 'P-1' }])
})

async function order(customerId: CustomerId, key = 'first') {
  const lines = products.map((productId) => ({ productId, quantity: 1 }))
  return (await placeOrder(world, tester, { customerId, cycleId, lines }, { key, fingerprint: key })).order
}

async function cancel({ orderId, version }: Awaited<ReturnType<typeof order>>): Promise<void> {
  await changeOrder(world, tester, { orderId, baseVersion: version, change: { to: 'cancelled' } })
}

async function move(code: string, changed: { batch?: string; unitPath?: string }): Promise<void> {
  await putCustomer(world, tester, {
    ...{ named: code, subtrees: [''], name: { zh: code, en: code }, kind: 'retailer', format: '' },
    ...{ licence: { number: '' }, addresses: [], priceList: 'standard', grade: 18 },
    ...{ unitPath: 'hq/53/5301', batch: 'daily', ...changed },
  })
}

async function delivered(): Promise<void> {
  while ((await deliverDue(world)) > 0) world.pass(2)
}

async function progress(from = 'hq') {
  const { items } = await showOrderProgress(world, [from])
  return items.map(({ due, ordered, units }) => ({
    due,
    ordered,
    units: units.map((unit) => `${unit.unitPath} ${unit.ordered}/${unit.due}`),
  }))
}

/** Everything that is kept to count shops by, as it is stored. */
async function countsStored(): Promise<string[]> {
  const { items } = await world.table.scan(undefined, 1000)
  return items
    .filter(({ k, n }) => k === 'sp' || (k === 'sc' && n !== 0))
    .map((item) => JSON.stringify(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1))))
    .sort()
}

describe('how many shops have ordered', () => {
  it('each unit counts its own shops and orders', async () => {
    const [one] = [await aCustomer(world, '1'), await aCustomer(world, '2')]
    const far = await aCustomer(world, '3', { unitPath: 'hq/44' })
    await aCustomer(world, '4', { batch: 'weekly-4' })
    await order(one)
    await order(far)
    await delivered()
    expect(await progress()).toEqual([{ due: 3, ordered: 2, units: ['hq/44 1/1', 'hq/53 1/2'] }])
    expect(await progress('hq/53/5301')).toEqual([{ due: 2, ordered: 1, units: ['hq/53/5301 1/2'] }])
    expect(await progress('hq/53/5302')).toEqual([])
  })

  it('an order taken back no longer counts', async () => {
    const placed = await order(await aCustomer(world, '1'))
    await delivered()
    await cancel(placed)
    await delivered()
    expect(await progress()).toEqual([{ due: 1, ordered: 0, units: ['hq/53 0/1'] }])
  })

  it('several orders of a shop count once', async () => {
    await aCompany(world, { oneOrderACycle: false })
    const customerId = await aCustomer(world, '1')
    const first = await order(customerId)
    await order(customerId, 'second')
    await delivered()
    expect(await progress()).toMatchObject([{ due: 1, ordered: 1 }])
    await cancel(first)
    await delivered()
    expect(await progress()).toMatchObject([{ due: 1, ordered: 1 }])
  })

  it('a shop that moves takes its order along', async () => {
    await order(await aCustomer(world, '1'))
    await delivered()
    await move('1', { unitPath: 'hq/44' })
    await delivered()
    expect(await progress()).toMatchObject([{ units: ['hq/44 1/1'] }])
    await move('1', { unitPath: 'hq/44', batch: 'weekly-4' })
    await delivered()
    expect(await progress()).toEqual([])
    await move('1', { unitPath: 'hq/44' })
    await delivered()
    expect(await progress()).toMatchObject([{ due: 1, ordered: 1 }])
  })

  it('a window that is over is no longer followed', async () => {
    await aCustomer(world, '1')
    await delivered()
    world.pass(3 * 3600)
    expect(await progress()).toEqual([])
  })
})

describe('counts against a rebuild', () => {
  it('repeated and reordered events end where a rebuild does', async () => {
    const shops: CustomerId[] = []
    for (const code of ['1', '2', '3', '4', '5', '6']) shops.push(await aCustomer(world, code))
    for (const [at, customerId] of shops.entries()) {
      const placed = await order(customerId)
      if (at % 3 === 0) await cancel(placed)
      if (at % 2 === 0) await move(String(at + 1), { unitPath: 'hq/44' })
    }
    const random = randomOf(7)
    const events = (await dueEvents(world.table, world.clock.now(), 1000)).events.map(({ event }) => event)
    const again = events.filter(() => random() < 0.3)
    const shuffled = [...events, ...again]
      .map((event) => ({ event, at: random() }))
      .sort((one, other) => one.at - other.at)
    for (let at = 0; at < shuffled.length; at += 4)
      await Promise.all(shuffled.slice(at, at + 4).map(({ event }) => onShopCounted(world, event)))
    const kept = await countsStored()
    await forgetCounts()
    await startUpkeepOf(world)
    await runDue(world)
    expect(kept).toEqual(await countsStored())
    expect(await progress()).toMatchObject([{ due: 6, ordered: 4 }])
  })

  it('fifty tellings at once count a shop once', async () => {
    const customerId = await aCustomer(world, '1')
    await order(customerId)
    const [event] = (await dueEvents(world.table, world.clock.now(), 1000)).events.map(
      (stored) => stored.event,
    )
    if (!event) throw new Error('No event')
    await Promise.all(
      Array.from({ length: 50 }, () => onShopCounted(world, { ...event, about: { customerId } })),
    )
    expect(await progress()).toMatchObject([{ due: 1, ordered: 1 }])
  })

  it('a shop that was taken away is counted no more', async () => {
    const customerId = await aCustomer(world, '1')
    await delivered()
    const state = await storedCustomer(world.table, customerId)
    if (!state) throw new Error('No customer')
    const writes = customerRemoval(world, state)(tester)
    await world.table.commit(writes, writes.at(-1))
    await delivered()
    expect(await progress()).toEqual([])
    expect(await countsStored()).toEqual([])
  })
})

async function forgetCounts(): Promise<void> {
  const { items } = await world.table.scan(undefined, 1000)
  for (const { k, pk, sk } of items)
    if (k === 'sp' || k === 'sc') await world.table.commit([{ delete: { pk: String(pk), sk: String(sk) } }])
}
