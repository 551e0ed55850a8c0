import type { ProductId } from '#shared/ids'
import { lineRefusals, type OrderSituation, orderTotal, type Refusal, refusalsFor } from '#shared/order-rules'
import { instantOf } from '#shared/time'
import { clockOffset } from '../../../calendar/time-left.ts'
import type { WindowPhase } from '../../../calendar/use-time-left.ts'
import { linesOf, type Typed } from '../draft/quantities.ts'
import type { Offers } from '../fill/order-again.ts'
import type { SheetAssortment } from '../sheet-items.ts'

/** Where the sheet stands: its lines, their total, and every rule they break, by product or as a whole. */
export type Judgement = {
  lineCount: number
  quantity: number
  total: number
  byProduct: ReadonlyMap<ProductId, readonly Refusal[]>
  whole: readonly Refusal[]
  phase: WindowPhase | undefined
}

export type JudgedSheet = {
  typed: Typed
  assortment: SheetAssortment
  offers: Offers
  receivedAt: number
  /** Where the window stands by the clock of this page. */
  phase: WindowPhase | undefined
}

/** Judges what is typed by the rules that the server uses. */
export function judgeSheet({ typed, assortment, offers, receivedAt, phase }: JudgedSheet): Judgement {
  const lines = linesOf(typed)
  const valid = lines.filter(({ quantity }) => Number.isInteger(quantity))
  const situation = situationOf(assortment, offers, receivedAt, phase)
  const refusals = situation
    ? refusalsFor(situation, lines)
    : lines.flatMap((line, at) => lineRefusals({ offerOf: (id) => offers.get(id) }, line, at))
  const byProduct = new Map<ProductId, Refusal[]>()
  for (const refusal of refusals) {
    if (refusal.productId)
      byProduct.set(refusal.productId, [...(byProduct.get(refusal.productId) ?? []), refusal])
  }
  return {
    lineCount: lines.length,
    quantity: valid.reduce((sum, line) => sum + line.quantity, 0),
    total: orderTotal(valid, (id) => offers.get(id)),
    byProduct,
    whole: refusals.filter(({ productId, code }) => !productId && code !== 'orders.nothing_ordered'),
    phase,
  }
}

function situationOf(
  assortment: SheetAssortment,
  offers: Offers,
  receivedAt: number,
  phase: WindowPhase | undefined,
): OrderSituation | undefined {
  const { cycle, company, customer, limitsVersion, limitsPublishedAt } = assortment
  const { holdReason, available, leastTotal, bands } = assortment
  if (!cycle) return undefined
  const { cycleId, batch } = cycle
  return {
    now: instantOf(Date.now() + clockOffset(cycle.now, receivedAt)),
    cycle: {
      cycleId,
      batch,
      opensAt: instantOf(Date.parse(cycle.opensAt)),
      closesAt: instantOf(Date.parse(cycle.closesAt)),
      isClosed: phase === 'over',
    },
    batch,
    grade: customer.grade,
    holdReason,
    available,
    leastTotal,
    bands,
    limits: limitsPublishedAt ? { version: limitsVersion, publishedAt: limitsPublishedAt } : undefined,
    currency: company.currency,
    timeZone: company.timeZone,
    offerOf: (productId) => offers.get(productId),
  }
}
