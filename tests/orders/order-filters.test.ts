import { beforeAll, expect, it } from 'vitest'
import { placeOrder } from '#orders'
import type { Actor } from '#platform/actor'
import type { CycleId, ProductId } from '#shared/ids'
import type { Order } from '#shared/orders'
import { changeOrder } from '../../functions/orders/change-order.ts'
import { correctOrder } from '../../functions/orders/correct-order.ts'
import { listUnitOrders } from '../../functions/orders/list-orders.ts'
import { exported } from '../exports/exported.ts'
import { apiOf } from '../support/api-client.ts'
import { aCompany, aCustomer, aCycle, aSession, someProducts, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const system: Actor = { kind: 'system', name: 'tests' }
const ORDERS = 30
let world: FakeWorld
let cycleId: CycleId
let product: ProductId
let cookie: string
let staff: Actor
const placed: Order[] = []

async function place(code: string, actor: Actor) {
  const customerId = await aCustomer(world, code)
  const input = { customerId, cycleId, lines: [{ productId: product, quantity: 1 }] }
  placed.push((await placeOrder(world, actor, input, { key: code, fingerprint: code })).order)
}

/** All that a filter finds, page by page, and how many pages were empty though more followed. */
async function found(filter: object, limit = 2) {
  const ids: string[] = []
  let [cursor, hollow]: [string | undefined, number] = [undefined, 0]
  do {
    const asked = { subtrees: ['hq'], cycleId, limit, cursor, ...filter }
    const page = await listUnitOrders(world, 'tester', asked)
    ids.push(...page.items.map(({ orderId }) => orderId))
    cursor = page.nextCursor
    if (cursor && page.items.length === 0) hollow++
  } while (cursor)
  return { ids: ids.sort(), hollow }
}

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  const [found] = await someProducts(world, [{ code: 'P-1' }])
  if (!found) throw new Error('No product')
  product = found
  cycleId = await aCycle(world)
  const grants = [{ role: 'order-desk', unitPath: 'hq/53' } as const]
  const personId = await someStaff(world, grants)
  cookie = await aSession(world, personId)
  staff = { kind: 'staff', personId, grants, sessionKey: '' }
  for (let at = 0; at < ORDERS; at++) await place(String(at), at === 7 ? staff : system)
  const [, , , cancelled, corrected] = placed
  if (!cancelled || !corrected) throw new Error('No orders')
  await changeOrder(world, system, {
    orderId: cancelled.orderId,
    baseVersion: 1,
    change: { to: 'cancelled' },
  })
  world.pass(3 * 3600)
  const body = { lines: [{ productId: product, quantity: 2 }], reason: '少送了一条' }
  await correctOrder(world, staff, { orderId: corrected.orderId, baseVersion: 1, body })
})

it.each([
  ['cancelled', [3]],
  ['corrected', [4]],
  ['lapsed', []],
] as const)('orders that are %s are found by it', async (state, at) => {
  const { ids, hollow } = await found({ state })
  expect(ids).toEqual(at.map((each) => placed[each]?.orderId))
  expect(hollow).toBe(0)
})

it('what most orders are is found whole', async () => {
  const { ids, hollow } = await found({ state: 'placed' })
  expect(ids).toHaveLength(ORDERS - 1)
  expect(new Set(ids).size).toBe(ORDERS - 1)
  expect(hollow).toBe(0)
})

it('orders by staff and by shops part the list', async () => {
  const [byStaff, byShop] = [await found({ behalf: 'yes' }), await found({ behalf: 'no' })]
  expect(byStaff.ids).toEqual([placed[4]?.orderId, placed[7]?.orderId].sort())
  expect(byShop.ids).toHaveLength(ORDERS - 2)
  expect((await found({ behalf: 'yes', state: 'placed', text: placed[7]?.number })).ids).toEqual([
    placed[7]?.orderId,
  ])
  expect((await found({ behalf: 'no', text: placed[7]?.number })).ids).toEqual([])
})

it('a rare order is found in few reads', async () => {
  const table = world.table.metered()
  const asked = { subtrees: ['hq'], cycleId, limit: 2, state: 'corrected' } as const
  const { items } = await listUnitOrders({ ...world, table }, 'tester', asked)
  expect(items).toMatchObject([{ isCorrected: true, isOnBehalf: true }])
  // The first two orders, then all others at once, each by four shards; then the shop.
  expect(table.spent.roundTrips).toBeLessThanOrEqual(13)
})

it('the filtered list leaves as it is seen', async () => {
  const call = apiOf(world)
  const seen = await call(`/orders?cycleId=${cycleId}&state=corrected&behalf=yes`, { cookie })
  expect(seen.body.items).toMatchObject([{ orderId: placed[4]?.orderId, isCorrected: true }])
  const body = { kind: 'orders', cycleId, state: 'corrected', behalf: 'yes' }
  const { rows } = await exported(world, call, { path: '/exports', body, cookie })
  expect(rows.slice(1).map(([number]) => number)).toEqual([placed[4]?.number])
  expect((await call('/orders?state=eaten', { cookie })).status).toBe(400)
})
