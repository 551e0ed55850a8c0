import { beforeAll, expect, it } from 'vitest'
import { placeOrder } from '#orders'
import { type CycleId, idOf, type ProductId } from '#shared/ids'
import { addDays } from '#shared/time'
import { changeOrder } from '../../functions/orders/change-order.ts'
import { showDemand } from '../../functions/orders/show-demand.ts'
import { exported } from '../exports/exported.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aCycle, aSession, someProducts, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const actor = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call
let cycleId: CycleId
let products: ProductId[]

/** An order of a new shop, each line as product, quantity and wanted. */
async function order(
  code: string,
  unitPath: string,
  lines: ReadonlyArray<readonly [number, number, number]>,
) {
  const customerId = await aCustomer(world, code, { unitPath })
  const asked = lines.flatMap(([at, quantity, wanted]) => {
    const productId = products[at]
    return productId ? [{ productId, quantity, wanted }] : []
  })
  const input = { customerId, cycleId, lines: asked }
  return (await placeOrder(world, actor, input, { key: code, fingerprint: code })).order
}

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  products = await someProducts(world, [
    { code: 'P-1' },
    { code: 'P-2', name: { zh: '黄山', en: 'Huangshan' } },
  ])
  cycleId = await aCycle(world)
  await order('1', 'hq/53/5301', [
    [0, 2, 10],
    [1, 0, 4],
  ])
  await order('2', 'hq/53/5301', [
    [0, 5, 5],
    [1, 1, 3],
  ])
  await order('3', 'hq/53/5302', [
    [0, 1, 1],
    [1, 0, 6],
  ])
  const { orderId, version } = await order('4', 'hq/53/5302', [[0, 9, 90]])
  await changeOrder(world, actor, { orderId, baseVersion: version, change: { to: 'cancelled' } })
})

it('wanted and got are counted by product', async () => {
  const demand = await showDemand(world, { cycleId, subtrees: ['hq'] })
  expect(demand).toMatchObject({ orders: 3, shops: 6, stockOuts: 2 })
  expect(demand.units).toEqual([
    { unitPath: 'hq/53/5301', shops: 4, stockOuts: 1 },
    { unitPath: 'hq/53/5302', shops: 2, stockOuts: 1 },
  ])
  expect(demand.products.toSorted((one, other) => (one.code < other.code ? -1 : 1))).toMatchObject([
    { code: 'P-1', wanted: 16, got: 8, shops: 3, stockOuts: 0 },
    { code: 'P-2', wanted: 13, got: 1, shops: 3, stockOuts: 2, name: { zh: '黄山' }, unit: { en: 'carton' } },
  ])
})

it('a unit sums up to what its parts say', async () => {
  const [all, one, other] = await Promise.all(
    ['hq/53', 'hq/53/5301', 'hq/53/5302'].map((unitPath) =>
      showDemand(world, { cycleId, subtrees: [unitPath] }),
    ),
  )
  const sumOf = (figure: 'orders' | 'shops' | 'stockOuts') => (one?.[figure] ?? 0) + (other?.[figure] ?? 0)
  expect(all).toMatchObject({ orders: sumOf('orders'), shops: sumOf('shops'), stockOuts: sumOf('stockOuts') })
})

it('staff read the demand of their units alone', async () => {
  const staff = await someStaff(world, [{ role: 'analyst', unitPath: 'hq/53/5301' }])
  const cookie = await aSession(world, staff)
  const answer = await call(`/cycles/${cycleId}/demand`, { cookie })
  expect(answer.body).toMatchObject({ orders: 2, shops: 4, stockOuts: 1 })
  expect((await call(`/cycles/${cycleId}/demand?unitPath=hq/44`, { cookie })).status).toBe(404)
  expect((await call('/cycles/cyc_nothing/demand', { cookie })).status).toBe(400)
})

it('the demand and the wanted lines leave as files', async () => {
  const staff = await someStaff(world, [{ role: 'order-desk', unitPath: 'hq/53/5301' }])
  const cookie = await aSession(world, staff)
  const body = { kind: 'demand', cycleId, filter: { sort: 'code', text: '黄' } }
  expect((await exported(world, call, { path: '/exports', body, cookie })).rows).toEqual([
    ['Product code', 'Product', 'Sold by', 'Shops that wanted it', 'Wanted', 'Got', 'Unmet'].concat([
      'Shops that got none',
      'Stock-out rate (%)',
    ]),
    ['P-2', 'Huangshan', 'carton', '2', '7', '1', '6', '1', '50.00'],
  ])
  const lines = await exported(world, call, {
    ...{ path: '/exports', cookie },
    body: { kind: 'order-lines', cycleId },
  })
  const [heads = [], ...rows] = lines.rows
  const from = heads.indexOf('Wanted')
  expect(heads.slice(from, from + 3)).toEqual(['Wanted', 'Quantity', 'Limit'])
  expect(rows.map((row) => row.slice(from, from + 3).join(' ')).sort()).toEqual([
    ...['10 2 ', '3 1 ', '4 0 ', '5 5 '],
  ])
})

it('a cycle without orders names the last one with some', async () => {
  const later = (days: number) => idOf('cycle', `daily-${addDays('2026-11-25', days)}`)
  expect(cycleId).toBe(later(0))
  const lastSeenFrom = async (days: number, unitPath = 'hq') =>
    (await showDemand(world, { cycleId: later(days), subtrees: [unitPath] })).lastOrderedIn
  expect(await lastSeenFrom(1)).toBe(cycleId)
  expect(await lastSeenFrom(28, 'hq/53/5302')).toBe(cycleId)
  expect(await lastSeenFrom(35)).toBeUndefined()
  expect(await lastSeenFrom(-1)).toBeUndefined()
  expect(await lastSeenFrom(1, 'hq/44')).toBeUndefined()
  expect(await lastSeenFrom(0)).toBeUndefined()
})

it('a cycle is counted in few reads', async () => {
  const table = world.table.metered()
  await showDemand({ ...world, table }, { cycleId, subtrees: ['hq'] })
  // Four shards of the week, the lines of up to fifty shops, the names of up to a hundred products.
  expect(table.spent.roundTrips).toBe(6)
})
