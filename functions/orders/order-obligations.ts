import { availableOn, storedAccount } from '#accounts'
import { currentCycle } from '#calendar'
import { eventsOf } from '#platform/events/event-store'
import type { World } from '#platform/world'
import type { CycleView } from '#shared/calendar'
import { bareId, type CustomerId, orderIdOf } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import { mayOrderAs, type Obligation, type Obliged } from '#shared/obligations'
import { orderTotal } from '#shared/order-rules'
import { type Head, headKey, ordersOfCustomer } from './head-store.ts'
import { lineOffer } from './judge-lines.ts'
import { type OrderContext, readOrderContext } from './order-context.ts'
import { unspentDraft } from './unspent-draft.ts'

/** Orders looked back over for one that waits for money. */
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
    Promise.all(heads.filter(awaitsFunds).map((head) => unpaidOrder(world, customerId, head))),
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
  const last = heads.find(({ st }) => st === 'placed' || st === 'confirmed')
  const lines = unspent?.draft.lines ?? []
  const facts = {
    lines: lines.length,
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

function awaitsFunds({ st }: Head): boolean {
  const state: string = st
  return state === 'awaiting-funds'
}

/** An order that waits for money: how much is missing, and until when it may come. */
async function unpaidOrder(world: World, customerId: CustomerId, head: Head): Promise<Obligation> {
  const events = await eventsOf(world.table, headKey(customerId, head.r))
  const fundsUntil = events.findLast(({ type }) => type === 'order.awaiting_funds')?.change.fundsUntil
  const facts = {
    number: head.num,
    missing: (await missingFunds(world, customerId)) ?? head.t,
    currency: head.cur,
  }
  const orderId = orderIdOf(customerId, head.r)
  const dueAt = typeof fundsUntil === 'string' ? fundsUntil : undefined
  return { kind: 'awaiting-funds', id: bareId(orderId), dueAt, facts, to: `orders/${orderId}/` }
}

/** What a customer lacks to cover all that is reserved for its orders, in minor units; undefined when it lacks nothing. */
export async function missingFunds(world: World, customerId: CustomerId): Promise<MinorUnits | undefined> {
  const account = await storedAccount(world.table, customerId)
  const available = account && availableOn(account)
  return available !== undefined && available < 0 ? -available : undefined
}
