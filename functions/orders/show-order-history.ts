import { productsWithIds } from '#catalogue'
import { namesOfPeople } from '#identity'
import { doersOf, historyEntries } from '#platform/audit/history-entries'
import { type Event, eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import type { HistoryEntry } from '#shared/history'
import { type OrderId, partsOfOrderId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { headKey } from './head-store.ts'
import { LeftOutOfEvent } from './left-out.ts'

/** What happened to an order, oldest first, with the names of who did it; throws `orders.order_not_found`. */
export async function showOrderHistory(world: World, orderId: OrderId): Promise<HistoryEntry[]> {
  const parts = partsOfOrderId(orderId)
  const events = parts ? await eventsOf(world.table, headKey(parts.customerId, parts.runningNumber)) : []
  if (events.length === 0) throw new Problem('orders.order_not_found')
  return entriesOf(world, await withNames(world, events))
}

/** Events with the names of the products that a standing draft had to leave out: the order itself lacks them. */
async function withNames(world: World, events: readonly Event[]): Promise<Event[]> {
  const leftOut = events.map(({ change }) => LeftOutOfEvent.safeParse(change).data?.leftOut ?? [])
  const products = await productsWithIds(world.table, [
    ...new Set(leftOut.flat().map(({ productId }) => productId)),
  ])
  const names = new Map(products.flatMap((product) => (product ? [[product.productId, product.name]] : [])))
  return events.map((event, at) => {
    const named = leftOut[at]?.map((line) => ({ ...line, name: names.get(line.productId) })) ?? []
    return named.length === 0 ? event : { ...event, change: { ...event.change, leftOut: named } }
  })
}

async function entriesOf(world: World, events: readonly Event[]): Promise<HistoryEntry[]> {
  const names = await namesOfPeople(world, doersOf(events))
  return historyEntries(events, names)
}
