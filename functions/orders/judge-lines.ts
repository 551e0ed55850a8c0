import type { Offer } from '#catalogue'
import type { Band } from '#shared/band-rules'
import { orderNumberOf } from '#shared/check-character'
import { bareId, type CustomerId, orderIdOf } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import { type LineOffer, type OrderSituation, type Refusal, refusalsFor } from '#shared/order-rules'
import type { OrderLineInput } from '#shared/orders'
import { unitPriceAt } from '#shared/price-rules'
import { Problem, type ProblemEntry } from '#shared/problems'
import type { ShardsSeen } from '#supply'
import type { OrderContext } from './order-context.ts'
import type { Version } from './version-store.ts'
import { isAddressUnknown } from './written-rules.ts'

/** The order as it stands, when one is being changed: what it holds is free for it again. */
export type Standing = Pick<Version, 'h' | 'l' | 'ad'>

type Asked = {
  lines: readonly OrderLineInput[]
  seenTotal?: MinorUnits
  standing?: Standing
  seen?: ShardsSeen
  addressId?: string
  /** What stands against it beside the rules of lines. */
  further?: readonly Refusal[]
  /** Rules that are not asked this time. */
  waived?: ReadonlySet<string>
}

/** Throws `orders.lines_refused` with every rule that the lines break; the same rules that the order page asks. */
export function judgeLines(context: OrderContext, asked: Asked): void {
  const refusals = judgedLines(context, asked)
  if (refusals.length === 0) return
  throw new Problem('orders.lines_refused', { count: refusals.length }, refusals.map(entryOf))
}

/** Every rule that the lines break, none left out. */
export function judgedLines(context: OrderContext, asked: Asked): Refusal[] {
  const { further = [], waived } = asked
  const refusals = [...refusalsFor(situationOf(context, asked), asked.lines), ...further]
  return waived ? refusals.filter(({ code }) => !waived.has(code)) : refusals
}

/** How many products of a draft its lines could not be placed with as they are. */
export function productsToMend(context: OrderContext, lines: readonly OrderLineInput[]): number {
  return new Set(judgedLines(context, { lines }).flatMap(({ productId }) => productId ?? [])).size
}

/** Throws when the window is over, for a change that has no lines to judge. */
export function judgeWindow(context: OrderContext): void {
  const { now } = context
  const { closesAt } = context.cycle
  if (now < closesAt && context.cycleUse?.cl !== true) return
  const facts = { closesAt, timeZone: context.company.timeZone }
  throw new Problem('orders.lines_refused', { count: 1 }, [{ path: '', code: 'orders.after_cut_off', facts }])
}

function situationOf(context: OrderContext, asked: Asked): OrderSituation {
  const { seenTotal, standing, seen, addressId } = asked
  const { now, account, cycle, cycleUse, company } = context
  const { batch, grade, holdReason } = account
  const otherOrder = company.oneOrderACycle && !standing ? orderInCycle(context) : undefined
  const reserved = standing?.h.t ?? 0
  const held = heldBy(standing)
  return {
    now,
    cycle: { ...cycle, cycleId: context.cycleId, isClosed: cycleUse?.cl === true },
    // Who has ordered may change that order in its own window, also after a move to another batch.
    batch: standing ? cycle.batch : batch,
    grade,
    holdReason,
    available: context.available === undefined ? undefined : context.available + reserved,
    otherOrder,
    seenTotal,
    leastTotal: context.leastTotal,
    currency: company.currency,
    timeZone: company.timeZone,
    limits: context.limits,
    bands: bandsLeft(context, held),
    isAddressUnknown: isAddressUnknown(addressId, context.addresses, standing),
    offerOf: (productId) => {
      const offer = context.offers.offerOf(productId)
      return offer && lineOffer(context, offer, held, seen)
    },
  }
}

/** How much of a product, by bare id, the order that is being changed holds. */
export type Held = (bare: string) => number

function heldBy(standing: Standing | undefined): Held {
  const lines = new Map(standing?.l.map(([bare, quantity]) => [bare, quantity]))
  return (bare) => lines.get(bare) ?? 0
}

type Used = Pick<OrderContext, 'supply' | 'cycleUse'>

function usedElsewhere({ cycleUse }: Used, bare: string, held: Held): number {
  return Math.max(0, (cycleUse?.u[bare] ?? 0) - held(bare))
}

/** The price bands of a release, with what other orders of the cycle took of them. */
export function bandsLeft(used: Used, held: Held): Band[] {
  return used.supply.bands.map(({ code, cap, products }) => ({
    code,
    cap,
    usedElsewhere: products.reduce((sum, bare) => sum + usedElsewhere(used, bare, held), 0),
  }))
}

/** An offer with what of it this customer may take in this cycle. */
export function lineOffer(
  { company, ...used }: Used & Pick<OrderContext, 'company'>,
  { product, breaks, minimum, multiple }: Offer,
  held: Held,
  seen?: ShardsSeen,
): LineOffer {
  const { productId, name, taxRate } = product
  const bare = bareId(productId)
  const left = seen?.get(productId)?.reduce((sum, one) => sum + one, 0)
  return {
    productId,
    name,
    price: unitPriceAt(breaks, 1),
    ...(breaks.length > 1 && { breaks }),
    unit: product.unit,
    taxRate,
    ...(!company.pricesIncludeTax && { isNet: true }),
    minimum,
    multiple,
    limit: used.supply.limitOf(productId),
    band: used.supply.bandOf(productId),
    remaining: left === undefined ? undefined : left + held(bare),
    usedElsewhere: usedElsewhere(used, bare, held),
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

/** A broken rule as a problem names it. */
export function entryOf({ code, line, productId, facts }: Refusal): ProblemEntry {
  const path = code === 'orders.address_unknown' ? 'addressId' : line === undefined ? '' : `lines.${line}`
  return { path, code, ...(productId && { productId }), facts }
}
