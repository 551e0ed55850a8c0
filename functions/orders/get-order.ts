import { companyKey, companyUnset, customersWithIds, readCompany } from '#accounts'
import { cycleKey, readCycle } from '#calendar'
import { publishedKey } from '#catalogue'
import { namesOfPeople } from '#identity'
import type { World } from '#platform/world'
import { idOf, type OrderId } from '#shared/ids'
import type { OrderDetails } from '#shared/orders'
import { Problem } from '#shared/problems'
import { cycleUseKey, readCycleUse } from './cycle-use-store.ts'
import { findOrder } from './find-order.ts'
import { missingFunds } from './order-obligations.ts'
import { orderView } from './order-view.ts'
import { orderedProducts } from './ordered-products.ts'

/** An order with all that its page shows; throws `orders.order_not_found`. */
export async function getOrder(world: World, orderId: OrderId): Promise<OrderDetails> {
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
  return {
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
}
