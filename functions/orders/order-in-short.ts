import type { World } from '#platform/world'
import { type OrderId, partsOfOrderId } from '#shared/ids'
import type { Currency, MinorUnits } from '#shared/money'
import { headKey, readHead } from './head-store.ts'

/** What one says of an order in a sentence. */
export type OrderInShort = { number: string; total: MinorUnits; currency: Currency }

/** An order by its spoken number and its total; undefined when there is none. */
export async function orderInShort(world: World, orderId: OrderId): Promise<OrderInShort | undefined> {
  const parts = partsOfOrderId(orderId)
  const head = parts && readHead(await world.table.get(headKey(parts.customerId, parts.runningNumber)))
  return head && { number: head.num, total: head.t, currency: head.cur }
}
