import { companyKey, companyUnset, customersWithIds, groupsSeenBy, readCompany } from '#accounts'
import { cycleKey, readCycle } from '#calendar'
import { publishedKey } from '#catalogue'
import { namesOfPeople } from '#identity'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import { cutOrder } from '#shared/customer-cuts'
import { idOf, type OrderId } from '#shared/ids'
import type { OrderDetails } from '#shared/orders'
import { Problem } from '#shared/problems'
import type { UnitPath } from '#shared/unit-path'
import { cycleUseKey, readCycleUse } from './cycle-use-store.ts'
import { findOrder } from './find-order.ts'
import { missingFunds } from './missing-funds.ts'
import { orderView } from './order-view.ts'
import { orderedProducts } from './ordered-products.ts'

/** An order with all that its page shows, as far as the actor sees it; throws `orders.order_not_found`. */
export async function getOrder(world: World, actor: Actor, orderId: OrderId): Promise<OrderDetails> {
  const { order, unitPath } = await orderDetails(world, orderId)
  return cutOrder(order, groupsSeenBy(actor, unitPath))
}

async function orderDetails(
  world: World,
  orderId: OrderId,
): Promise<{ order: OrderDetails; unitPath: UnitPath }> {
  const { customerId, head, version } = await findOrder(world, orderId)
  const keyOfCycle = cycleKey(head.cy)
  if (!keyOfCycle) throw new Problem('calendar.cycle_not_found')
  const keys = [companyKey, publishedKey, keyOfCycle, cycleUseKey(customerId, head.cy)]
  const [[company, published, cycleItem, use], [customer]] = await Promise.all([
    world.table.getMany(keys),
    customersWithIds(world.table, [customerId]),
  ])
  const cycle = readCycle(cycleItem)
  const ids = version.l.map(([bare]) => idOf('product', bare))
  const [products, missing, prepared] = await Promise.all([
    orderedProducts(world, published, ids),
    head.st === 'awaiting-funds' ? missingFunds(world, customerId) : undefined,
    version.pb ? namesOfPeople(world, [version.pb]) : undefined,
  ])
  const now = world.clock.now()
  const closesAt = cycle?.closesAt ?? head.ch
  const order = {
    ...orderView(customerId, version),
    customerName: customer?.name ?? { zh: '', en: '' },
    timeZone: (readCompany(company) ?? companyUnset(world)).timeZone,
    closesAt,
    isChangeable: head.st === 'placed' && now < closesAt && readCycleUse(use)?.cl !== true,
    now,
    products,
    missingFunds: missing,
    preparedBy: version.pb && (prepared?.get(version.pb) ?? ''),
  }
  return { order, unitPath: customer?.unitPath ?? '' }
}
