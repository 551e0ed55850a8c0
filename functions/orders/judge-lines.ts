import type { Offer } from '#catalogue'
import { orderNumberOf } from '#shared/check-character'
import { bareId, type CustomerId, orderIdOf, type ProductId } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import { type LineOffer, type OrderSituation, type Refusal, refusalsFor } from '#shared/order-rules'
import type { OrderLineInput } from '#shared/orders'
import { unitPriceAt } from '#shared/price-rules'
import { Problem, type ProblemEntry } from '#shared/problems'
import type { ShardsSeen } from '#supply'
import type { OrderContext } from './order-context.ts'
import type { Version } from './version-store.ts'

/** The order as it stands, when one is being changed: what it holds is free for it again. */
export type Standing = Pick<Version, 'h' | 'l'>

type Asked = {
  lines: readonly OrderLineInput[]
  seenTotal?: MinorUnits
  standing?: Standing
  seen?: ShardsSeen
}

/** Throws `orders.lines_refused` with every rule that the lines break; the same rules that the order page asks. */
export function judgeLines(context: OrderContext, asked: Asked): void {
  const refusals = refusalsFor(situationOf(context, asked), asked.lines)
  if (refusals.length === 0) return
  throw new Problem('orders.lines_refused', { count: refusals.length }, refusals.map(entryOf))
}

/** Throws when the window is over, for a change that has no lines to judge. */
export function judgeWindow(context: OrderContext): void {
  const { now } = context
  const { closesAt } = context.cycle
  if (now < closesAt && context.cycleUse?.cl !== true) return
  const facts = { closesAt, timeZone: context.company.timeZone }
  throw new Problem('orders.lines_refused', { count: 1 }, [{ path: '', code: 'orders.after_cut_off', facts }])
}

function situationOf(context: OrderContext, { seenTotal, standing, seen }: Asked): OrderSituation {
  const { now, account, cycle, cycleUse, company } = context
  const { batch, grade, holdReason } = account
  const otherOrder = company.oneOrderACycle && !standing ? orderInCycle(context) : undefined
  const reserved = standing?.h.t ?? 0
  return {
    now,
    cycle: { ...cycle, cycleId: context.cycleId, isClosed: cycleUse?.cl === true },
    batch,
    grade,
    holdReason,
    available: context.available === undefined ? undefined : context.available + reserved,
    otherOrder,
    seenTotal,
    currency: company.currency,
    timeZone: company.timeZone,
    offerOf: (productId) => offerOf(context, productId, standing, seen),
  }
}

/** What a product is to this customer now; undefined when it is not offered. */
function offerOf(
  context: Pick<OrderContext, 'offers' | 'supply' | 'cycleUse' | 'company'>,
  productId: ProductId,
  standing?: Standing,
  seen?: ShardsSeen,
): LineOffer | undefined {
  const offer = context.offers.offerOf(productId)
  return offer && lineOffer(context, offer, standing, seen)
}

/** An offer with what of it this customer may take in this cycle. */
export function lineOffer(
  { supply, cycleUse, company }: Pick<OrderContext, 'supply' | 'cycleUse' | 'company'>,
  { product, breaks, minimum, multiple }: Offer,
  standing?: Standing,
  seen?: ShardsSeen,
): LineOffer {
  const { productId, taxRate } = product
  const bare = bareId(productId)
  const held = standing?.l.find(([line]) => line === bare)?.[1] ?? 0
  const left = seen?.get(productId)?.reduce((sum, one) => sum + one, 0)
  return {
    productId,
    price: unitPriceAt(breaks, 1),
    ...(breaks.length > 1 && { breaks }),
    taxRate,
    ...(!company.pricesIncludeTax && { isNet: true }),
    minimum,
    multiple,
    limit: supply.limitOf(productId),
    remaining: left === undefined ? undefined : left + held,
    usedElsewhere: Math.max(0, (cycleUse?.u[bare] ?? 0) - held),
  }
}

function orderInCycle({
  account,
  cycleUse,
}: OrderContext): { orderId: ReturnType<typeof orderIdOf>; number: string } | undefined {
  if (cycleUse?.r === undefined) return undefined
  const customerId: CustomerId = account.customerId
  return { orderId: orderIdOf(customerId, cycleUse.r), number: orderNumberOf(account.number, cycleUse.r) }
}

function entryOf({ code, line, productId, facts }: Refusal): ProblemEntry {
  return { path: line === undefined ? '' : `lines.${line}`, code, ...(productId && { productId }), facts }
}
