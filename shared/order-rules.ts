import { withinBands } from './band-refusals.ts'
import type { Band } from './band-rules.ts'
import type { CycleId, OrderId, ProductId } from './ids.ts'
import type { Text } from './languages.ts'
import type { Currency, MinorUnits } from './money.ts'
import type { AskedLine, Refusal } from './order-refusal.ts'
import { type PriceBreak, unitPriceAt } from './price-rules.ts'
import { isCountable, limitLeftOf, MOST_QUANTITY, nearestQuantities } from './quantity-rules.ts'
import { type LineMoney, lineMoney } from './tax.ts'
import type { Instant } from './time.ts'
import { countInUnit } from './unit-chain.ts'

export type { AskedLine, Refusal } from './order-refusal.ts'

/** At most this many lines an order: its version item stays far below the 400 KB of an item. */
export const MOST_LINES = 500
/** More lines than this are not even judged. */
export const MOST_LINES_ASKED = 2000

/** Rules that a correction may set aside; never money, a hold or supply. */
export const waivableRules = [
  'orders.over_limit',
  'orders.over_band',
  'orders.quantity_off_multiple',
  'orders.below_minimum',
] as const

/** A product as one customer may order it now. Quantities in its unit, which sentences name, money in minor units. `price` is that of one
 * unit, `breaks` are there when more units cost less; with `isNet` tax comes on top. */
export type LineOffer = {
  productId: ProductId
  name?: Text
  price: MinorUnits
  breaks?: PriceBreak[]
  taxRate?: number
  isNet?: boolean
  unit?: Text
  minimum: number
  multiple: number
  limit?: { quantity: number; shops: number; isDoubled?: boolean }
  remaining?: number
  usedElsewhere: number
  /** The price band that it shares with others. */
  band?: string
}

/** What an order is judged against, apart from its lines. `available` leaves this order's own reservation out. */
export type OrderSituation = {
  now: Instant
  cycle: { cycleId: CycleId; batch: string; opensAt: Instant; closesAt: Instant; isClosed: boolean }
  batch: string
  grade?: number
  holdReason?: string
  available?: MinorUnits
  otherOrder?: { orderId: OrderId; number: string }
  /** The price bands of the release, as they hold for this customer. */
  bands?: readonly Band[]
  /** Which version of the limits it is judged by, and when that was published. */
  limits?: { version: number; publishedAt: string }
  /** A delivery address was named that the customer does not have. */
  isAddressUnknown?: boolean
  seenTotal?: MinorUnits
  /** What it must come to at least, with tax. */
  leastTotal?: MinorUnits
  currency: Currency
  timeZone: string
  offerOf: (productId: ProductId) => LineOffer | undefined
}

/** All rules that an order breaks, none left out; empty when it may be placed (supply and ordering, section 4). */
export function refusalsFor(situation: OrderSituation, lines: readonly AskedLine[]): Refusal[] {
  return [
    ...windowRefusals(situation),
    ...withinBands(
      situation,
      lines,
      lines.flatMap((line, at) => lineRefusals(situation, line, at)),
    ),
    ...repeatRefusals(lines),
    ...countRefusals(lines),
    ...totalRefusals(situation, lines),
  ]
}

/** What each unit of a line of `quantity` costs: the price of the highest break it reaches. */
export function priceAt(offer: Pick<LineOffer, 'price' | 'breaks'>, quantity: number): MinorUnits {
  return offer.breaks ? unitPriceAt(offer.breaks, quantity) : offer.price
}

/** The money of a line at the price that its quantity reaches. */
export function offerMoney(
  offer: Pick<LineOffer, 'price' | 'breaks' | 'taxRate' | 'isNet'>,
  quantity: number,
): LineMoney {
  return lineMoney({ ...offer, price: priceAt(offer, quantity), quantity })
}

/** The sum to be paid for the lines whose product is on offer, in minor units with tax. */
export function orderTotal(lines: readonly AskedLine[], offerOf: OrderSituation['offerOf']): MinorUnits {
  return lines.reduce((sum, { productId, quantity }) => {
    const offer = offerOf(productId)
    return offer ? sum + offerMoney(offer, quantity).gross : sum
  }, 0)
}

function windowRefusals(situation: OrderSituation): Refusal[] {
  const { now, cycle, batch, holdReason, otherOrder, isAddressUnknown, timeZone } = situation
  const refusals: Refusal[] = []
  if (cycle.batch !== batch)
    refusals.push({ code: 'orders.wrong_batch', facts: { cycleBatch: cycle.batch, batch } })
  if (now < cycle.opensAt)
    refusals.push({ code: 'orders.not_open_yet', facts: { opensAt: cycle.opensAt, timeZone } })
  if (now >= cycle.closesAt || cycle.isClosed) {
    refusals.push({ code: 'orders.after_cut_off', facts: { closesAt: cycle.closesAt, timeZone } })
  }
  if (holdReason !== undefined) refusals.push({ code: 'orders.on_hold', facts: { reason: holdReason } })
  if (otherOrder) refusals.push({ code: 'orders.already_ordered', facts: { ...otherOrder } })
  if (isAddressUnknown) refusals.push({ code: 'orders.address_unknown', facts: {} })
  return refusals
}

/** The rules of one line; the order page asks this at every keystroke, the server again at submit. */
export function lineRefusals(
  situation: Pick<OrderSituation, 'offerOf' | 'grade' | 'limits'>,
  line: AskedLine,
  at: number,
): Refusal[] {
  const { productId, quantity } = line
  if (quantity === 0) return []
  const offer = situation.offerOf(productId)
  const refusals: Refusal[] = []
  if (!isCountable(quantity)) {
    const nearest = offer && quantity > 0 ? nearestQuantities(offer, quantity) : [0]
    refusals.push({ code: 'orders.quantity_invalid', facts: { most: MOST_QUANTITY, nearest } })
  }
  if (!offer) refusals.push({ code: 'orders.product_unavailable', facts: { nearest: [0] } })
  else if (quantity > 0) refusals.push(...offerRefusals(offer, quantity, situation))
  return refusals.map((refusal) => ({ ...refusal, line: at, productId }))
}

function offerRefusals(
  offer: LineOffer,
  quantity: number,
  { grade, limits }: Pick<OrderSituation, 'grade' | 'limits'>,
): Refusal[] {
  const refusals: Refusal[] = []
  const nearest = nearestQuantities(offer, quantity)
  const limitLeft = limitLeftOf(offer)
  const { remaining } = offer
  const whole = Math.trunc(quantity)
  if (whole < offer.minimum || whole % offer.multiple !== 0) {
    const { minimum, multiple } = offer
    const facts = { minimum, multiple, ...(multiple === 1 && { isSingle: true }), nearest }
    refusals.push({ code: 'orders.quantity_off_multiple', facts })
  }
  if (offer.limit && quantity > (limitLeft ?? 0)) {
    const facts = {
      grade: grade ?? 0,
      limit: offer.limit.quantity,
      given: counted(offer.limit.quantity, offer.unit),
      ...(offer.limit.isDoubled && { isDoubled: true }),
      left: limitLeft ?? 0,
      shops: offer.limit.shops,
      ...limits,
      nearest,
    }
    refusals.push({ code: 'orders.over_limit', facts })
  }
  if (remaining !== undefined && quantity > remaining) {
    const facts = { remaining, left: counted(remaining, offer.unit), nearest }
    refusals.push({ code: 'orders.supply_short', facts })
  }
  return refusals
}

function counted(quantity: number, unit: Text | undefined): Text {
  return { zh: countInUnit(quantity, unit, 'zh'), en: countInUnit(quantity, unit, 'en') }
}

function repeatRefusals(lines: readonly AskedLine[]): Refusal[] {
  const seen = new Set<ProductId>()
  return lines.flatMap(({ productId }, line) => {
    if (!seen.has(productId)) {
      seen.add(productId)
      return []
    }
    return [{ code: 'orders.product_repeated' as const, line, productId, facts: {} }]
  })
}

function countRefusals(lines: readonly AskedLine[]): Refusal[] {
  const count = lines.filter(({ quantity }) => quantity !== 0).length
  const excess = count - MOST_LINES
  const facts = { most: MOST_LINES, count, excess }
  return excess > 0 ? [{ code: 'orders.too_many_lines', facts }] : []
}

function totalRefusals(situation: OrderSituation, lines: readonly AskedLine[]): Refusal[] {
  const refusals: Refusal[] = []
  const total = orderTotal(lines, situation.offerOf)
  const { available = total, seenTotal: seen = total, currency } = situation
  if (!lines.some((line) => line.quantity > 0)) refusals.push({ code: 'orders.nothing_ordered', facts: {} })
  else refusals.push(...minimumRefusals(situation, total))
  const over = total - available
  if (over > 0) refusals.push({ code: 'orders.over_available', facts: { total, available, over, currency } })
  if (seen !== total) refusals.push({ code: 'orders.price_changed', facts: { seen, total, currency } })
  return refusals
}

/** What stands against an order of this total that should come to more. */
export function minimumRefusals(
  { leastTotal = 0, currency }: Pick<OrderSituation, 'leastTotal' | 'currency'>,
  total: MinorUnits,
): Refusal[] {
  if (total >= leastTotal) return []
  const facts = { leastTotal, total, missing: leastTotal - total, currency }
  return [{ code: 'orders.below_minimum', facts }]
}
