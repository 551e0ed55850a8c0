import type { Account } from '#accounts'
import { type Cycle, cycleIdOf } from '#calendar'
import { closeCustomerCycle, type Head, ordersSince, settleOrder } from '#orders'
import type { Tally } from '#platform/jobs/tally'
import type { World } from '#platform/world'
import type { StandingDraft } from '#shared/drafts'
import { type CustomerId, orderIdOf } from '#shared/ids'
import type { Instant } from '#shared/time'
import { closeStandingDraft } from './close-standing-draft.ts'
import { reportOfSettled } from './report-settled.ts'

const closer = { kind: 'system', name: 'closing' } as const

export type Closing = { cycle: Cycle; until: Instant }

/** Closes a cycle for one customer: its standing draft is placed, then the fence falls, then its orders are settled. All of
 * it may be done again and changes nothing; what it counts is what stands afterwards. */
export async function closeCustomer(
  world: World,
  { cycle, until }: Closing,
  { customerId, batch }: Account,
  draft: StandingDraft,
): Promise<Tally> {
  const mayPlace = batch === cycle.batch && draft.isOn
  const standing = mayPlace ? await closeStandingDraft(world, cycle, draft) : {}
  const hasOrdered = await closeCustomerCycle(world, closer, customerId, cycleIdOf(cycle))
  const orders = hasOrdered ? await ordersInCycle(world, customerId, cycle) : []
  const settled: Record<string, number> = {}
  // The oldest first: it has the first claim on the money.
  for (const { r } of orders.toReversed()) {
    const state = await settleOrder(world, closer, orderIdOf(customerId, r), {
      until,
      along: reportOfSettled,
    })
    settled[state] = (settled[state] ?? 0) + 1
  }
  const lines = orders.reduce((sum, { n }) => sum + n, 0)
  const total = orders.reduce((sum, { t }) => sum + t, 0)
  return { closed: 1, orders: orders.length, lines, total, ...standing, ...settled }
}

/** The orders of a customer in a cycle that were not taken back; the newest first. */
async function ordersInCycle({ table }: World, customerId: CustomerId, cycle: Cycle): Promise<Head[]> {
  const heads = await ordersSince(table, customerId, cycle.opensAt)
  return heads.filter(({ cy, st }) => cy === cycleIdOf(cycle) && st !== 'cancelled')
}
