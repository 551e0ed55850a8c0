import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cycleKey, readCycle, saveCycle } from '#calendar'
import { placeOrder } from '#orders'
import type { World } from '#platform/world'
import { type CustomerId, type CycleId, idOf, type OrderId, type ProductId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { addSeconds, type Instant, instantOf, isWithin, millisecondsOf } from '#shared/time'
import { runDue } from '../../functions/entry/schedule.ts'
import { changeOrder } from '../../functions/orders/change-order.ts'
import { cycleUseKey, readCycleUse } from '../../functions/orders/cycle-use-store.ts'
import { ordersOfCustomer } from '../../functions/orders/head-store.ts'
import { type RunningDatabase, startDatabase } from '../../infra/local/database.ts'
import { standing } from '../closings/a-closing.ts'
import { aCompany, aCustomer, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld, realNow } from '../support/fake-world.ts'
import { type FaultProxy, startFaultProxy } from './proxy.ts'

/** Sixty a commit; a night takes more. */
const SHOPS = Number(process.env.MISFILING_SHOPS ?? 60)
const STANDING_EVERY = 4
/** So many seconds of the test's clock pass in one. */
const HASTE = 30
const SKEWS = [-120, 0, 120]
const CYCLE: CycleId = 'cyc_daily-2026-11-25'
const tester = { kind: 'system', name: 'tests' } as const

let database: RunningDatabase
let proxy: FaultProxy
let truth: FakeWorld
let servers: World[]
let cycle: { cycleId: CycleId; opensAt: Instant; closesAt: Instant }
let product: ProductId
const shops: CustomerId[] = []
const started = Date.now()
const startedAt = realNow()
const now = () => instantOf(millisecondsOf(startedAt) + (Date.now() - started) * HASTE)

beforeAll(async () => {
  database = await startDatabase({})
  proxy = await startFaultProxy({
    target: database.endpoint,
    seed: 11,
    faults: { rate: 0.02, stallMs: [5, 20] },
  })
  truth = await aWorld({ endpoint: database.endpoint, tableName: 'misfiling', now: startedAt })
  await aCompany(truth)
  ;[product = idOf('product', '')] = await someProducts(truth, [{ code: 'P-1' }])
  for (let at = 1; at <= SHOPS; at++) shops.push(await aCustomer(truth, String(at)))
  servers = await Promise.all(
    SKEWS.map(async (skew) => {
      const world = await aWorld({ endpoint: proxy.endpoint, tableName: 'misfiling' })
      return { ...world, clock: { now: () => addSeconds(now(), skew) } }
    }),
  )
  const place = { cycleId: CYCLE, closesAt: now(), products: [product] }
  for (const [at, shop] of shops.entries())
    if (at % STANDING_EVERY === 0) await standing(truth, place, shop, [2])
  const closesAt = addSeconds(now(), 240)
  cycle = { cycleId: CYCLE, opensAt: addSeconds(closesAt, -7200), closesAt }
  const parts = { batch: 'daily', date: '2026-11-25' } as const
  await saveCycle(truth, { ...parts, opensAt: cycle.opensAt, closesAt })
})
afterAll(async () => {
  await proxy?.stop()
  await database?.stop()
})

const isOver = () => now() > addSeconds(cycle.closesAt, 200)
const oneOf = <Value>(values: readonly Value[]): Value | undefined =>
  values[Math.floor(Math.random() * values.length)]

/** A shop that orders and changes its mind again and again, at whatever server, around the cut-off. */
async function ordering(customerId: CustomerId, at: number): Promise<void> {
  await sleep((at * 400 * 1000) / SHOPS / HASTE)
  let placed: { orderId: OrderId; version: number } | undefined
  for (let tries = 1; !isOver(); tries++) {
    const world = oneOf(servers)
    if (!world) return
    const lines = [{ productId: product, quantity: (tries % 5) + 1 }]
    const once = { key: `${customerId} ${tries}`, fingerprint: 'x' }
    const input = { customerId, cycleId: cycle.cycleId, lines }
    try {
      placed = placed
        ? await changeOrder(world, tester, {
            orderId: placed.orderId,
            baseVersion: placed.version,
            change: { to: 'placed', lines },
          })
        : (await placeOrder(world, tester, input, once)).order
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
    await sleep(20 + Math.random() * 60)
  }
}

async function scheduling(world: World): Promise<void> {
  while (!isOver() || (await storedPhase()) !== 'closed') {
    await runDue(world).catch(() => undefined)
    await sleep(30)
  }
}

async function storedPhase() {
  const key = cycleKey(cycle.cycleId)
  return key && readCycle(await truth.table.get(key, { isStrong: true }))?.phase
}

/** The number that the customer's cycle had when it was closed. */
async function versionAtClose(customerId: CustomerId): Promise<unknown> {
  const { items } = await truth.table.query(
    { room: '', name: '', question: '', read: 'query', pk: 'C#{c}', sk: '@{x}' } as const,
    { c: customerId.slice(4) },
  )
  const closes = items.filter(({ type }) => type === 'cycle.closed')
  expect(closes).toHaveLength(1)
  const change: unknown = closes[0]?.change
  return change
}

it('no order is misfiled around the cut-off', async () => {
  const ordered = shops.map((shop, at) => (at % STANDING_EVERY === 0 ? undefined : ordering(shop, at)))
  await Promise.all([...ordered, ...servers.map(scheduling)])
  let orders = 0
  for (const customerId of shops) {
    const use = readCycleUse(await truth.table.get(cycleUseKey(customerId, cycle.cycleId)))
    expect(use?.cl).toBe(true)
    expect(await versionAtClose(customerId)).toMatchObject({ version: { to: use?.v } })
    const { heads } = await ordersOfCustomer(truth.table, customerId, 20)
    expect(heads.length).toBeLessThanOrEqual(1)
    for (const { at, st } of heads) {
      orders++
      expect(isWithin(at, cycle.opensAt, cycle.closesAt), at).toBe(true)
      expect(st).toBe('confirmed')
    }
  }
  expect(orders).toBeGreaterThan(SHOPS / 3)
  const standingOrders = shops.filter((_, at) => at % STANDING_EVERY === 0)
  for (const customerId of standingOrders) {
    const { heads } = await ordersOfCustomer(truth.table, customerId, 20)
    expect(heads).toMatchObject([{ sd: true, at: addSeconds(cycle.closesAt, -0.001) }])
  }
  console.log({ orders, ofShops: SHOPS, faults: proxy.counts })
})
