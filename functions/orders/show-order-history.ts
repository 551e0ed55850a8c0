import { namesOfPeople } from '#identity'
import { historyEntries } from '#platform/audit/history-entries'
import { type Event, eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import type { HistoryEntry } from '#shared/history'
import { type CustomerId, type OrderId, partsOfOrderId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { buyerSettingsKey } from './buyer-settings-store.ts'
import { headKey } from './head-store.ts'

/** What happened to an order, oldest first, with the names of who did it; throws `orders.order_not_found`. */
export async function showOrderHistory(world: World, orderId: OrderId): Promise<HistoryEntry[]> {
  const parts = partsOfOrderId(orderId)
  const events = parts ? await eventsOf(world.table, headKey(parts.customerId, parts.runningNumber)) : []
  if (events.length === 0) throw new Problem('orders.order_not_found')
  return entriesOf(world, events)
}

/** What was settled for the buyers of a shop, oldest first; nothing when nobody ever settled anything. */
export async function showBuyerHistory(world: World, customerId: CustomerId): Promise<HistoryEntry[]> {
  return entriesOf(world, await eventsOf(world.table, buyerSettingsKey(customerId)))
}

async function entriesOf(world: World, events: readonly Event[]): Promise<HistoryEntry[]> {
  const names = await namesOfPeople(
    world,
    events.map(({ by }) => by.id),
  )
  return historyEntries(events, names)
}
