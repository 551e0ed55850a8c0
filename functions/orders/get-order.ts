import { companyKey, companyUnset, customersWithIds, readCompany } from '#accounts'
import { cycleKey, readCycle } from '#calendar'
import { productsWithIds, publishedKey, publishedProducts, readPublished } from '#catalogue'
import type { World } from '#platform/world'
import { idOf, type OrderId } from '#shared/ids'
import type { OrderDetails } from '#shared/orders'
import { Problem } from '#shared/problems'
import { cycleUseKey, readCycleUse } from './cycle-use-store.ts'
import { findOrder } from './find-order.ts'
import { orderView } from './order-view.ts'

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
  const products = await publishedProducts(world, readPublished(published))
  const ids = [...new Set(version.l.map(([bare]) => idOf('product', bare)))]
  // What is no longer on sale still has its name.
  const gone = await productsWithIds(
    world.table,
    ids.filter((productId) => !products.has(productId)),
  )
  const now = world.clock.now()
  const closesAt = cycle?.closesAt ?? head.ch
  const ordered = [...ids.map((productId) => products.get(productId)), ...gone].flatMap((product) => {
    if (!product) return []
    const { code, name, unit, category, glyph, colour } = product
    const picture = 'pictures' in product ? product.pictures[0] : product.picture
    return [[product.productId, { code, name, unit, category, glyph, colour, picture }] as const]
  })
  return {
    ...orderView(customerId, version),
    customerName: customer?.name ?? { zh: '', en: '' },
    timeZone: (readCompany(company) ?? companyUnset(world)).timeZone,
    closesAt,
    isChangeable: head.st === 'placed' && now < closesAt && readCycleUse(use)?.cl !== true,
    now,
    products: Object.fromEntries(ordered),
  }
}
