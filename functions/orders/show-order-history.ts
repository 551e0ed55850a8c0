import { namesOfPeople } from '#identity'
import { eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import { type OrderId, partsOfOrderId } from '#shared/ids'
import type { OrderEvent } from '#shared/orders'
import { Problem } from '#shared/problems'
import { headKey } from './head-store.ts'

/** What happened to an order, oldest first, with the names of who did it; throws `orders.order_not_found`. */
export async function showOrderHistory(world: World, orderId: OrderId): Promise<OrderEvent[]> {
  const parts = partsOfOrderId(orderId)
  const events = parts ? await eventsOf(world.table, headKey(parts.customerId, parts.runningNumber)) : []
  if (events.length === 0) throw new Problem('orders.order_not_found')
  const names = await namesOfPeople(
    world,
    events.map(({ by }) => by.id),
  )
  return events.map(({ id, type, at, by, change }) => ({
    eventId: id,
    type,
    at,
    by: { kind: by.kind, name: names.get(by.id) ?? '', isOnBehalf: by.kind === 'staff' },
    change,
  }))
}
