import type { World } from '#platform/world'
import { type CustomerId, orderIdOf } from '#shared/ids'
import type { Order } from '#shared/orders'
import { type Head, ordersOfCustomer } from './head-store.ts'
import { orderView } from './order-view.ts'
import { readVersion, versionKey } from './version-store.ts'

const HEADS_A_PAGE = 100
const VERSIONS_AT_ONCE = 20

/** The orders of a customer with their lines, newest first, page by page of at most 100. */
export async function* wholeOrders(world: World, customerId: CustomerId): AsyncGenerator<Order[]> {
  for await (const heads of headsOf(world, customerId)) {
    const items = await world.table.getMany(heads.map((head) => versionKey(customerId, head)))
    yield heads.map((head, at) => {
      const version = readVersion(items[at])
      if (!version) throw new Error(`Order ${orderIdOf(customerId, head.r)} lacks its version ${head.v}`)
      return orderView(customerId, version)
    })
  }
}

/** What the orders of a customer were before they were changed, order by order, in pieces of a few versions. */
export async function* earlierVersions(world: World, customerId: CustomerId): AsyncGenerator<Order[]> {
  for await (const heads of headsOf(world, customerId)) {
    for (const head of heads) {
      for (let first = 1; first < head.v; first += VERSIONS_AT_ONCE) {
        const count = Math.min(VERSIONS_AT_ONCE, head.v - first)
        const keys = Array.from({ length: count }, (_, at) =>
          versionKey(customerId, { ...head, v: first + at }),
        )
        const versions = (await world.table.getMany(keys)).map(readVersion)
        yield versions.flatMap((version) => (version ? [orderView(customerId, version)] : []))
      }
    }
  }
}

async function* headsOf(world: World, customerId: CustomerId): AsyncGenerator<Head[]> {
  let after: Awaited<ReturnType<typeof ordersOfCustomer>>['last']
  do {
    const { heads, last } = await ordersOfCustomer(world.table, customerId, HEADS_A_PAGE, after)
    yield heads
    after = last
  } while (after)
}
