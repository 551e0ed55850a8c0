import { type Account, accountKey, readAccount } from '#accounts'
import { type Cycle, cycleIdOf } from '#calendar'
import { sideBySide } from '#platform/side-by-side'
import type { World } from '#platform/world'
import { type CustomerId, type OrderId, orderIdOf } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import type { Instant } from '#shared/time'
import type { UnitPath } from '#shared/unit-path'
import { type CycleUse, cycleUseKey, devicesRemoval, readCycleUse } from './cycle-use-store.ts'
import { type Head, ordersSince } from './head-store.ts'
import { showPastQuantities } from './show-past-quantities.ts'
import { readVersion, versionKey } from './version-store.ts'

const SHOPS_AT_ONCE = 8
/** A closed cycle is looked over soon after; versions beyond these are corrections of one order by the dozen. */
const MOST_VERSIONS = 20
const standing: readonly Head['st'][] = ['placed', 'confirmed', 'awaiting-funds']
const documents: readonly Head['st'][] = ['cancellation', 'correction']

/** An order of a shop: what stands of it, and what it came to at each of its moments, the oldest first. */
export type OrderedOnce = {
  orderId: OrderId
  number: string
  total: MinorUnits
  steps: ReadonlyArray<{ at: Instant; total: MinorUnits }>
}

/** All that a shop ordered in a cycle: quantities by bare product id over all orders that stand, those of the four cycles
 * before in which it ordered, and the marks of where its members ordered from. */
export type ShopOrders = {
  customerId: CustomerId
  unitPath: UnitPath
  orders: readonly OrderedOnce[]
  basket: ReadonlyMap<string, number>
  past: readonly number[]
  tags: readonly string[]
}

/** What those of the given customers ordered in a closed cycle who ordered in it. Some two round trips a shop. */
export async function whatShopsOrdered(
  world: World,
  cycle: Cycle,
  customerIds: readonly CustomerId[],
): Promise<ShopOrders[]> {
  const keys = customerIds.flatMap((customerId) => [
    accountKey(customerId),
    cycleUseKey(customerId, cycleIdOf(cycle)),
  ])
  const items = await world.table.getMany(keys, { isStrong: true })
  const concerned = customerIds.flatMap((_, at) => {
    const [account, use] = [readAccount(items[2 * at]), readCycleUse(items[2 * at + 1])]
    return account && (use || account.batch === cycle.batch) ? [{ account, use }] : []
  })
  const found: ShopOrders[] = []
  await sideBySide(concerned, SHOPS_AT_ONCE, async ({ account, use }) => {
    const shop = await shopOrders(world, cycle, account, use)
    if (shop) found.push(shop)
  })
  return found.sort((one, other) => (one.customerId < other.customerId ? -1 : 1))
}

/** Takes away where these customers ordered from in a cycle; doing it again changes nothing. */
export async function forgetDevices(
  world: World,
  cycle: Cycle,
  customerIds: readonly CustomerId[],
): Promise<void> {
  await sideBySide(customerIds, SHOPS_AT_ONCE, (customerId) =>
    world.table.commit([devicesRemoval(customerId, cycleIdOf(cycle))]),
  )
}

async function shopOrders(
  world: World,
  cycle: Cycle,
  { customerId, unitPath }: Account,
  use: CycleUse | undefined,
): Promise<ShopOrders | undefined> {
  const cycleId = cycleIdOf(cycle)
  const heads = (await ordersSince(world.table, customerId, cycle.opensAt)).filter(
    ({ cy, st }) => cy === cycleId && !documents.includes(st),
  )
  if (heads.length === 0) return undefined
  const counted = heads.filter(({ st }) => standing.includes(st))
  const [items, steps, past] = await Promise.all([
    world.table.getMany(counted.map((head) => versionKey(customerId, head))),
    Promise.all(heads.map((head) => stepsOf(world, customerId, head))),
    showPastQuantities(world, { customerId, current: cycleId, before: cycle.opensAt }),
  ])
  const basket = new Map<string, number>()
  for (const [bare, quantity] of items.flatMap((item) => readVersion(item)?.l ?? []))
    if (quantity > 0) basket.set(bare, (basket.get(bare) ?? 0) + quantity)
  const orders = heads.map(({ r, num, t }, at) => ({
    orderId: orderIdOf(customerId, r),
    number: num,
    total: t,
    steps: steps[at] ?? [],
  }))
  const quantities = past.cycles.map((_, at) =>
    past.items.reduce((sum, item) => sum + (item.quantities[at] ?? 0), 0),
  )
  return { customerId, unitPath, orders, basket, past: quantities, tags: use?.d ?? [] }
}

/** What an order came to, step by step. One that is still in its first version, or whose second is its settlement, was
 * never changed, and nothing is read. */
async function stepsOf(world: World, customerId: CustomerId, head: Head): Promise<OrderedOnce['steps']> {
  const { v, st, at, t, ch } = head
  const isUnchanged = v === 1 || (v === 2 && st !== 'placed' && st !== 'cancelled')
  if (isUnchanged) return [{ at, total: t }]
  const count = Math.min(v - 1, MOST_VERSIONS)
  const keys = Array.from({ length: count }, (_, step) => versionKey(customerId, { ...head, v: step + 1 }))
  const earlier = (await world.table.getMany(keys)).flatMap((item) => readVersion(item) ?? [])
  return [...earlier.map(({ h }) => ({ at: h.ch, total: h.t })), { at: ch, total: t }]
}
