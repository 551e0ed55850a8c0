import { type Cycle, cycleIdOf } from '#calendar'
import type { KeptDraft } from '#drafts'
import { unspentDraft } from '#drafts'
import { placeOrder } from '#orders'
import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { DraftLine } from '#shared/drafts'
import type { CustomerId, OrderId, ProductId } from '#shared/ids'
import { Problem, type ProblemEntry } from '#shared/problems'
import { addSeconds, type Instant } from '#shared/time'

const closer = { kind: 'system', name: 'closing' } as const
const MILLISECOND = 0.001

type LeftOut = { productId: ProductId; code: string }
type StandingOutcome =
  | { kind: 'nothing' }
  | { kind: 'placed'; orderId: OrderId }
  | { kind: 'refused'; entries: readonly ProblemEntry[] }

/** Places a standing draft as of the last instant of its window, once however often it is asked. The owner had it placed
 * "at the cut-off": it is judged by the prices, limits and supply of that instant and belongs to the cycle that ends
 * with it, though the job that places it runs later; the event says when that was. A draft that an order has spent, or
 * a shop that ordered already, gets nothing. */
export function placeStandingDraft(
  world: World,
  cycle: Cycle,
  customerId: CustomerId,
  { leavesOut }: { leavesOut: boolean },
): Promise<StandingOutcome> {
  const place = async (): Promise<StandingOutcome> => {
    const found = await unspentDraft(world, customerId, { isOfShop: true })
    return found ? placeDraft(world, cycle, customerId, { ...found, leavesOut }) : { kind: 'nothing' }
  }
  return tryAgain(place, { endsBusy: true })
}

type Placing = { draft: KeptDraft; leavesOut: boolean; accountVersion: number }

async function placeDraft(
  world: World,
  cycle: Cycle,
  customerId: CustomerId,
  { draft, leavesOut, accountVersion }: Placing,
): Promise<StandingOutcome> {
  const cycleId = cycleIdOf(cycle)
  const asOf: Instant = addSeconds(cycle.closesAt, -MILLISECOND)
  const leftOut: LeftOut[] = []
  let lines = draft.lines
  for (;;) {
    const { version: basketVersion, ownNumber, note, addressId } = draft
    const input = { customerId, cycleId, lines, basketVersion, ownNumber, note, addressId }
    const standing = { asOf, accountVersion, leftOut, keptBy: draft.keptBy }
    const once = { key: standingKey(cycle), fingerprint: standingKey(cycle) }
    try {
      const { order } = await placeOrder(world, closer, { ...input, standing }, once)
      return { kind: 'placed', orderId: order.orderId }
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'orders.lines_refused') throw error
      if (error.entries.some(({ code }) => code === 'orders.already_ordered')) return { kind: 'nothing' }
      const refused = refusedLines(error.entries)
      const orderedCount = lines.filter(({ quantity }) => quantity > 0).length
      if (!leavesOut || !refused || refused.size === orderedCount)
        return { kind: 'refused', entries: error.entries }
      leftOut.push(...lines.flatMap(({ productId }, at) => leftOutOf(productId, refused.get(at))))
      lines = lines.flatMap((line, at) => onRecord(line, refused.get(at)))
    }
  }
}

/** The idempotency key of a cycle's standing draft; the customer is part of where it lies. */
export function standingKey(cycle: Pick<Cycle, 'batch' | 'date'>): string {
  return `standing ${cycleIdOf(cycle)}`
}

/** The refused lines by their place; undefined when something is wrong with the order as a whole. */
function refusedLines(entries: readonly ProblemEntry[]): Map<number, string> | undefined {
  const refused = new Map<number, string>()
  for (const { path, code } of entries) {
    const place = /^lines\.(\d+)/.exec(path)?.[1]
    if (place === undefined) return undefined
    refused.set(Number(place), code)
  }
  return refused
}

/** The line as it goes into the order: refused, nothing of it is ordered, and what was wanted stays on record, unless
 * there is no such product any more. */
function onRecord(line: DraftLine, code: string | undefined): DraftLine[] {
  if (code === undefined) return [line]
  if (code === 'orders.product_unavailable') return []
  return [{ ...line, quantity: 0, wanted: Math.max(line.wanted ?? 0, line.quantity) }]
}

function leftOutOf(productId: ProductId, code: string | undefined): LeftOut[] {
  return code === undefined ? [] : [{ productId, code }]
}
