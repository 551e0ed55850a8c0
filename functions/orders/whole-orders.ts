import type { World } from '#platform/world'
import { type CustomerId, orderIdOf } from '#shared/ids'
import type { Order } from '#shared/orders'
import { ordersOfCustomer } from './head-store.ts'
import { orderView } from './order-view.ts'
import { readVersion, versionKey } from './version-store.ts'

/** The orders of a customer with their lines, newest first, page by page of at most 100. */
export async function* wholeOrders(world: World, customerId: CustomerId): AsyncGenerator<Order[]> {
  let after: Awaited<ReturnType<typeof ordersOfCustomer>>['last']
  do {
    const { heads, last } = await ordersOfCustomer(world.table, customerId, 100, after)
    const items = await world.table.getMany(heads.map((head) => versionKey(customerId, head)))
    yield heads.map((head, at) => {
      const version = readVersion(items[at])
      if (!version) throw new Error(`Order ${orderIdOf(customerId, head.r)} lacks its version ${head.v}`)
      return orderView(customerId, version)
    })
    after = last
  } while (after)
}
