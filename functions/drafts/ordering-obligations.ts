import { type Account, storedAccount } from '#accounts'
import { currentCycle } from '#calendar'
import {
  type Head,
  lineOffer,
  missingOf,
  type OrderContext,
  ordersHoldingMoney,
  ordersOfCustomer,
  placedLast,
  productsToMend,
  readOrderContext,
} from '#orders'
import type { World } from '#platform/world'
import type { CycleView } from '#shared/calendar'
import { bareId, type CustomerId, orderIdOf } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import { mayOrderAs, type Obligation, type Obliged } from '#shared/obligations'
import { orderTotal } from '#shared/order-rules'
import { unspentDraft } from './unspent-draft.ts'

/** Orders looked back over for the one to order again. */
const LOOK_BACK = 8

/** What a shop has to do about ordering: use the open window, place its draft, pay for an order that waits for money. */
export async function obligationsOfOrders(world: World, obliged: Obliged): Promise<Obligation[]> {
  if (!mayOrderAs(obliged)) return []
  const { customerId } = obliged
  const [account, { heads }] = await Promise.all([
    storedAccount(world.table, customerId),
    ordersOfCustomer(world.table, customerId, LOOK_BACK),
  ])
  if (!account) return []
  const [cycle, unpaid] = await Promise.all([
    currentCycle(world, account.batch),
    unpaidOrders(world, account),
  ])
  const { holdReason } = account
  if (holdReason !== undefined) return [holdOn(customerId, holdReason), ...unpaid]
  const open = cycle?.isOpen ? await openWindow(world, customerId, cycle, heads) : []
  return [...open, ...unpaid]
}

/** What a shop on hold can do is ask: nothing is ordered until staff let it. */
function holdOn(customerId: CustomerId, reason: string): Obligation {
  return { kind: 'on-hold', id: bareId(customerId), facts: { reason }, to: 'service/' }
}

/** The open window, unless its one order is in. */
async function openWindow(
  world: World,
  customerId: CustomerId,
  { cycleId, closesAt }: CycleView,
  heads: readonly Head[],
): Promise<Obligation[]> {
  const [{ context }, unspent] = await Promise.all([
    readOrderContext(world, customerId, cycleId, []),
    unspentDraft(world, customerId),
  ])
  const { company, cycleUse, available } = context
  if (cycleUse?.cl || (company.oneOrderACycle && cycleUse?.r !== undefined)) return []
  const last = placedLast(heads)
  const lines = unspent?.draft.lines ?? []
  // Limits and the catalogue may have changed since it was kept.
  const toMend = productsToMend(context, lines)
  const facts = {
    lines: lines.length,
    ...(toMend > 0 && { toMend }),
    total: orderTotal(lines, (productId) => offerOf(context, productId)),
    currency: company.currency,
    ...(available !== undefined && { available }),
    ...(last && { lastOrderId: orderIdOf(customerId, last.r) }),
  }
  return [{ kind: 'order', id: cycleId, dueAt: closesAt, facts, to: 'order/' }]
}

function offerOf(context: OrderContext, productId: Parameters<OrderContext['offers']['offerOf']>[0]) {
  const offer = context.offers.offerOf(productId)
  return offer && lineOffer(context, offer, () => 0)
}

/** The orders that wait for money: how much is missing, and until when it may come. */
async function unpaidOrders({ table }: World, account: Account): Promise<Obligation[]> {
  const heads = await ordersHoldingMoney(table, account)
  const missing = missingOf(account)
  return heads.filter(({ st }) => st === 'awaiting-funds').map((head) => unpaidOrder(account, head, missing))
}

function unpaidOrder({ customerId }: Account, head: Head, missing: MinorUnits = head.t): Obligation {
  const orderId = orderIdOf(customerId, head.r)
  const facts = { number: head.num, missing, currency: head.cur }
  return { kind: 'awaiting-funds', id: bareId(orderId), dueAt: head.fu, facts, to: `orders/${orderId}/` }
}
