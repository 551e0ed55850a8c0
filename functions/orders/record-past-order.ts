import { storedAccount } from '#accounts'
import { partsOfCycleId } from '#calendar'
import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import { fingerprint } from '#platform/new-id'
import type { World } from '#platform/world'
import { orderNumberOf } from '#shared/check-character'
import { bareId, type CustomerId, type CycleId, orderIdOf, type ProductId } from '#shared/ids'
import type { Currency, MinorUnits } from '#shared/money'
import { Problem } from '#shared/problems'
import type { Instant } from '#shared/time'
import { headKey, headWrite } from './head-store.ts'
import { lineCountOf, totalOf, weekOf } from './order-plan.ts'
import { oncePart, type StoredLine, versionWrite } from './version-store.ts'

export type PastOrder = {
  customerId: CustomerId
  cycleId: CycleId
  placedAt: Instant
  currency: Currency
  /** Names the order where it comes from: the same source is the same order. */
  source: string
  runningNumber: number
  lines: ReadonlyArray<{
    productId: ProductId
    quantity: number
    wanted: number
    price: MinorUnits
    taxRate: number
  }>
}

/** Puts an order of an earlier time in as history: confirmed, without window, limits or money. */
export async function recordPastOrder(world: World, actor: Actor, past: PastOrder): Promise<void> {
  const { customerId, cycleId, placedAt, runningNumber } = past
  const account = await storedAccount(world.table, customerId)
  const cycle = partsOfCycleId(cycleId)
  if (!account || !cycle) throw new Problem('accounts.customer_not_found')
  const lines = past.lines.map(({ productId, quantity, wanted, price, taxRate }): StoredLine => {
    return [bareId(productId), quantity, wanted, price, taxRate]
  })
  const head = {
    r: runningNumber,
    st: 'confirmed' as const,
    v: 1,
    t: totalOf({ l: lines }),
    n: lineCountOf(lines),
    cy: cycleId,
    at: placedAt,
    ch: placedAt,
    num: orderNumberOf(account.number, runningNumber),
    cur: past.currency,
    f: oncePart(past.source),
  }
  const about = { customerId, orderId: orderIdOf(customerId, runningNumber), cycleId }
  const change = { version: 1, total: head.t, number: head.num }
  await commitChange(
    world,
    actor,
    { type: 'order.recorded', subject: headKey(customerId, runningNumber), about, change },
    [
      versionWrite(customerId, { h: head, l: lines, fp: fingerprint(past.source), rv: [0, 0] }),
      headWrite(customerId, head, { week: weekOf(cycle.date), unitPath: account.unitPath }),
    ],
  )
}
