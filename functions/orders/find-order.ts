import type { World } from '#platform/world'
import { type CustomerId, type OrderId, partsOfOrderId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { type Head, headKey, readHead } from './head-store.ts'
import { readVersion, type Version, versionKey } from './version-store.ts'

export type FoundOrder = { customerId: CustomerId; head: Head; version: Version }

/** An order's head and its current version, as they truly are now; throws `orders.order_not_found`. */
export async function findOrder(world: World, orderId: OrderId): Promise<FoundOrder> {
  const parts = partsOfOrderId(orderId)
  if (!parts) throw new Problem('orders.order_not_found')
  const { customerId, runningNumber } = parts
  const head = readHead(await world.table.get(headKey(customerId, runningNumber), { isStrong: true }))
  if (!head) throw new Problem('orders.order_not_found')
  const version = readVersion(await world.table.get(versionKey(customerId, head), { isStrong: true }))
  if (!version) throw new Error(`Order ${orderId} lacks its version ${head.v}`)
  return { customerId, head, version }
}
