import { walkCustomers } from '#accounts'
import { type Cycle, cycleIdOf, storedCycle } from '#calendar'
import { forgetDevices, type ShopOrders, whatShopsOrdered } from '#orders'
import type { JobRuns, RunJob } from '#platform/jobs/run-jobs'
import { fingerprint } from '#platform/new-id'
import { sideBySide } from '#platform/side-by-side'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import { type CustomerId, idOf } from '#shared/ids'
import type { OddityThresholds } from '#shared/oddities'
import { countedByUnit } from './count-rules.ts'
import { countWrite, lookWrite } from './look-store.ts'
import { type Found, kindsOf, lateChangeOf, oddOnes, type ShopFacts, swingOf } from './oddity-rules.ts'
import { putOddityOnce } from './oddity-store.ts'
import { partWrite, shopsOfParts } from './part-store.ts'
import { getThresholds } from './thresholds.ts'

const WRITES_AT_ONCE = 8

/** Looks a closed cycle over. First what each shop ordered is noted, a hundred shops an item; then all are compared, from these
 * notes alone, so that whoever does it again finds the same. What stands already stays, with what people made of it. */
const lookOverCycle: RunJob = async (world, job, keep) => {
  const cycle = await storedCycle(world.table, idOf('cycle', String(job.input.cycle)))
  const thresholds = await getThresholds(world)
  const walked = await walkCustomers(world, job, keep, async (customerIds) => ({
    shops: await noteShops(world, cycle, thresholds, customerIds),
  }))
  const shops = await shopsOfParts(world.table, cycleIdOf(cycle))
  const found = oddOnes(shops, thresholds)
  await putFound(world, cycle, found)
  const marked = shops.filter(({ tags }) => tags.length > 0).map(({ customerId }) => customerId)
  await forgetDevices(world, cycle, marked)
  const { batch, name, orderDay, closesAt } = cycle
  const ordered = shops.filter(({ orders }) => orders.length > 0).length
  const look = { cycleId: cycleIdOf(cycle), batch, name, orderDay, closedAt: closesAt, ordered }
  await world.table.commit([lookWrite(look)])
  const { done, position } = walked
  await keep({ done, total: done, tally: { found: found.length }, position })
}

/** What runs the looks. */
export const lookRuns: JobRuns = { 'look-over-cycle': lookOverCycle }

async function noteShops(
  world: World,
  cycle: Cycle,
  thresholds: OddityThresholds,
  customerIds: readonly CustomerId[],
): Promise<number> {
  const [first] = customerIds
  const ordered = await whatShopsOrdered(world, cycle, customerIds)
  const shops = ordered.map((shop) => factsOf(shop, cycle, thresholds))
  if (first === undefined || shops.length === 0) return 0
  await world.table.commit([partWrite(cycleIdOf(cycle), { first, shops, now: world.clock.now() })])
  return shops.length
}

function factsOf(shop: ShopOrders, { closesAt }: Cycle, thresholds: OddityThresholds): ShopFacts {
  const { customerId, unitPath, basket, past, tags, orders } = shop
  const quantity = [...basket.values()].reduce((sum, one) => sum + one, 0)
  return {
    customerId,
    unitPath,
    print: fingerprint(Object.fromEntries(basket)),
    lines: basket.size,
    quantity,
    tags,
    orders: orders.map(({ orderId, number, total }) => ({ orderId, number, total })),
    late: lateChangeOf(orders, closesAt, thresholds),
    swing: swingOf(quantity, past, thresholds),
  }
}

/** The counts first: a look at an oddity counts down what must be there then. */
async function putFound(world: World, cycle: Cycle, found: readonly Found[]): Promise<void> {
  const cycleId = cycleIdOf(cycle)
  const oddities = found.map((one) => ({ ...one, cycleId, kinds: kindsOf(one), version: 0 }))
  await sideBySide(countedByUnit(oddities), WRITES_AT_ONCE, async (count) => {
    try {
      await world.table.commit([countWrite(cycleId, count)])
    } catch (error) {
      if (!(error instanceof Refused)) throw error
    }
  })
  await sideBySide(oddities, WRITES_AT_ONCE, ({ orders, identical, device, ...oddity }) =>
    putOddityOnce(world.table, {
      ...oddity,
      orders: [...orders],
      ...(identical && { identical: { ...identical, peers: [...identical.peers] } }),
      ...(device && { device: { ...device, peers: [...device.peers] } }),
    }),
  )
}
