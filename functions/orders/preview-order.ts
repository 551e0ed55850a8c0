import { publishedKey } from '#catalogue'
import type { World } from '#platform/world'
import type { CustomerId, CycleId, OrderId } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import type { ChangeOrder, OrderedProducts, OrderLine } from '#shared/orders'
import { Problem, type ProblemEntry } from '#shared/problems'
import type { Instant } from '#shared/time'
import { findOrder } from './find-order.ts'
import { entryOf, judgedLines } from './judge-lines.ts'
import { type OrderContext, readOrderContext } from './order-context.ts'
import { storedLines, taxingOf, totalOf } from './order-plan.ts'
import { lineView } from './order-view.ts'
import { orderedProducts } from './ordered-products.ts'
import type { Version } from './version-store.ts'

/** An order that is not there yet, or a change of one that is. */
export type OrderToBe = {
  customerId: CustomerId
  cycleId: CycleId
  body: ChangeOrder
  change?: { orderId: OrderId; version: number }
}

/** What placing it now would come to, and every rule that stands against it. */
export type OrderPreview = {
  lines: OrderLine[]
  total: MinorUnits
  entries: ProblemEntry[]
  closesAt: Instant
  now: Instant
} & Pick<OrderContext['company'], 'currency' | 'timeZone'>

/** Judges an order without placing it, as its owner would place it. Throws `request.changed_meanwhile` when the order that
 * it changes has another version by now, `orders.order_not_found`, `calendar.cycle_not_found`. */
export async function previewOrder(world: World, asked: OrderToBe): Promise<OrderPreview> {
  const { customerId, cycleId, body } = asked
  const standing = await standingOf(world, asked)
  const { context } = await readOrderContext(world, customerId, cycleId, [], { isStrong: true })
  const stored = storedLines(context, body.lines)
  const taxing = taxingOf(context)
  const { currency, timeZone } = context.company
  return {
    lines: stored.map((line, at) => ({ ...lineView(line, taxing.nt), note: body.lines[at]?.note })),
    total: totalOf({ l: stored, ...taxing }),
    entries: judgedLines(context, { ...body, standing }).map(entryOf),
    closesAt: context.cycle.closesAt,
    now: context.now,
    currency,
    timeZone,
  }
}

async function standingOf(world: World, { change, customerId }: OrderToBe): Promise<Version | undefined> {
  if (!change) return undefined
  const found = await findOrder(world, change.orderId)
  if (found.customerId !== customerId) throw new Problem('orders.order_not_found')
  if (found.head.v !== change.version)
    throw new Problem('request.changed_meanwhile', { current: found.head.v })
  return found.version
}

/** The products that lines name, as lists show them. */
export async function productsOfLines(
  world: World,
  lines: ReadonlyArray<Pick<OrderLine, 'productId'>>,
): Promise<OrderedProducts> {
  const ids = lines.map(({ productId }) => productId)
  return orderedProducts(world, await world.table.get(publishedKey), ids)
}
