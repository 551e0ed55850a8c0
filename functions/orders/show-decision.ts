import { customersWithIds, groupsSeenBy } from '#accounts'
import { isOfEveryOtherWeek, storedCycle } from '#calendar'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import { idOf, type OrderId } from '#shared/ids'
import type { OrderDecision } from '#shared/supply'
import { limitsOfShop } from '#supply'
import { findOrder } from './find-order.ts'

/** By what limits the lines of an order were judged: worked out of the release and the grade that its version names, which
 * no later release or grade changes. Whoever does not see the grade is told of the limits alone. Throws
 * `orders.order_not_found`. */
export async function showDecision(world: World, actor: Actor, orderId: OrderId): Promise<OrderDecision> {
  const { customerId, head, version } = await findOrder(world, orderId)
  const [cycle, [customer]] = await Promise.all([
    storedCycle(world.table, head.cy),
    customersWithIds(world.table, [customerId]),
  ])
  const shop = { grade: version.g, isBiweekly: isOfEveryOtherWeek(cycle), version: version.rv[1] }
  const { limits, bands, ...release } = await limitsOfShop(world, head.cy, shop)
  const isGradeSeen = groupsSeenBy(actor, customer?.unitPath ?? '').has('grading')
  const byProduct = new Map(limits.map((each) => [each.productId, each]))
  const lines = version.l.flatMap(([bare, , , , , limit]) => {
    const productId = idOf('product', bare)
    const found = byProduct.get(productId)
    if (limit === undefined || found?.kind !== 'grade') return []
    return [{ productId, limit, isDoubled: found.isDoubled, band: found.band }]
  })
  return { ...release, grade: isGradeSeen ? version.g : undefined, bands, lines }
}
