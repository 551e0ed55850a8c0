import { customersWithIds } from '#accounts'
import { partsOfCycleId } from '#calendar'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { Item } from '#platform/storage/item-kind'
import { pageThrough } from '#platform/storage/page-through'
import type { World } from '#platform/world'
import type { CustomerId, CycleId } from '#shared/ids'
import type { OrderHead, UnitOrder } from '#shared/orders'
import type { Page, PageQuery } from '#shared/paging'
import { Problem } from '#shared/problems'
import { type BusinessDate, businessDateOf } from '#shared/time'
import type { UnitPath } from '#shared/unit-path'
import { ordersOfCustomer, ordersOfUnits } from './head-store.ts'
import { weekOf } from './order-plan.ts'
import { headView } from './order-view.ts'

/** A page of a customer's orders, newest first: one round trip. `asker` binds the cursor. */
export async function listOrders(
  world: World,
  asker: string,
  { customerId, limit, cursor }: PageQuery & { customerId: CustomerId },
): Promise<Page<OrderHead>> {
  const question = `orders ${asker} ${customerId}`
  const after = keyWithinCursor(cursor, question, world.config.secret)
  const { heads, last } = await ordersOfCustomer(world.table, customerId, limit, after)
  const items = heads.map((head) => headView(customerId, head))
  return { items, nextCursor: cursorFrom(last, question, world.config.secret) }
}

/** Reads for one page before it is answered empty, with a cursor to go on from. */
const MOST_READS = 50

type AskedOfUnits = PageQuery & { subtrees: readonly UnitPath[]; cycleId?: CycleId }

/** A page of the orders under the given subtrees in one week, by unit: the week of the cycle asked for, else this one.
 * With a cycle only its orders are shown, so a page may hold fewer than `limit`. */
export async function listUnitOrders(
  world: World,
  asker: string,
  asked: AskedOfUnits,
): Promise<Page<UnitOrder>> {
  const { subtrees, cycleId, ...page } = asked
  const cycle = cycleId && partsOfCycleId(cycleId)
  if (cycleId && !cycle) throw new Problem('calendar.cycle_not_found')
  const week = weekOf(cycle?.date ?? businessDateOf(world.clock.now(), world.config.timeZone))
  const question = `unit-orders ${asker} ${week} ${cycleId ?? ''} ${subtrees.join(' ')}`
  const answer = await pageThrough(
    subtrees,
    { ...page, question, secret: world.config.secret },
    (unitPath, limit, after) => ordersOfCycle(world, { week, unitPath, cycleId }, limit, after),
  )
  const found = answer.items
  const customers = await customersWithIds(
    world.table,
    found.map(({ customerId }) => customerId),
  )
  const items = found.map(({ customerId, head }, at) => ({
    ...headView(customerId, head),
    customerName: customers[at]?.name ?? { zh: '', en: '' },
    unitPath: customers[at]?.unitPath ?? '',
  }))
  return { ...answer, items }
}

type OfCycle = { week: BusinessDate; unitPath: UnitPath; cycleId?: CycleId }

/** Reads on until something of the cycle is found: a week holds some ten cycles. */
async function ordersOfCycle(
  world: World,
  { week, unitPath, cycleId }: OfCycle,
  limit: number,
  after?: Item,
) {
  let position = after
  for (let reads = 1; ; reads++) {
    const { found, last } = await ordersOfUnits(world.table, week, unitPath, limit, position)
    const ofCycle = found.filter(({ head }) => !cycleId || head.cy === cycleId)
    if (ofCycle.length > 0 || !last || reads === MOST_READS) return { found: ofCycle, last }
    position = last
  }
}
