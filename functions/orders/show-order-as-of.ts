import { customersWithIds, groupsSeenBy } from '#accounts'
import { publishedKey } from '#catalogue'
import type { Actor } from '#platform/actor'
import { eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import { cutOrder } from '#shared/customer-cuts'
import { bareId, type CustomerId, type OrderId } from '#shared/ids'
import type { Order } from '#shared/orders'
import type { RecordAsOf } from '#shared/records'
import type { Instant } from '#shared/time'
import { type FoundOrder, findOrder } from './find-order.ts'
import { headKey } from './head-store.ts'
import { orderView } from './order-view.ts'
import { orderedProducts } from './ordered-products.ts'
import { readVersion, type Version, versionKey } from './version-store.ts'

const VERSIONS_AT_ONCE = 20

/** An order as the version in force at an instant left it, as far as the actor sees it; throws
 * `orders.order_not_found`. */
export async function showOrderAsOf(
  world: World,
  actor: Actor,
  { orderId, at }: { orderId: OrderId; at: Instant },
): Promise<RecordAsOf> {
  const found = await findOrder(world, orderId)
  // An order of an earlier time says when it was placed elsewhere; here it is known since it was recorded.
  const [first] = await eventsOf(world.table, headKey(found.customerId, found.head.r))
  const version = first && first.at <= at ? await versionInForce(world, found, at) : undefined
  if (!version) return { at }
  const [customer] = await customersWithIds(world.table, [found.customerId])
  const seen = groupsSeenBy(actor, customer?.unitPath ?? '')
  return { at, record: await recordOf(world, cutOrder(orderView(found.customerId, version), seen)) }
}

async function versionInForce(
  world: World,
  { customerId, head, version }: FoundOrder,
  at: Instant,
): Promise<Version | undefined> {
  if (version.h.ch <= at) return version
  for (let newest = head.v - 1; newest > 0; newest -= VERSIONS_AT_ONCE) {
    const earlier = await versionsUpTo(world, customerId, { ...head, v: newest })
    const inForce = earlier.find(({ h }) => h.ch <= at)
    if (inForce) return inForce
  }
  return undefined
}

/** Some versions of an order, the newest first. */
async function versionsUpTo(world: World, customerId: CustomerId, head: FoundOrder['head']) {
  const count = Math.min(VERSIONS_AT_ONCE, head.v)
  const keys = Array.from({ length: count }, (_, back) =>
    versionKey(customerId, { ...head, v: head.v - back }),
  )
  const items = await world.table.getMany(keys, { isStrong: true })
  return items.flatMap((item) => readVersion(item) ?? [])
}

/** A field for each line, as the histories of lists have it, with the names of their products. */
async function recordOf(world: World, order: Order): Promise<Record<string, unknown>> {
  const { state, version, total, currency, lineCount, ownNumber, note, address, fundsUntil, lines } = order
  const published = await world.table.get(publishedKey)
  const ids = lines.map(({ productId }) => productId)
  const products = await orderedProducts(world, published, ids)
  const ofLines = lines.map(({ productId, quantity, wanted, price, amount, note: beside }) => [
    `line ${bareId(productId)}`,
    { quantity, wanted, price, amount, note: beside },
  ])
  const names = ids.map((productId) => [bareId(productId), products[productId]?.name])
  return {
    ...{ state, version, total, currency, lineCount, ownNumber, note, address, fundsUntil },
    correction: order.correction?.reason,
    ...Object.fromEntries(ofLines),
    productNames: Object.fromEntries(names),
  }
}
