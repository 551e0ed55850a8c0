import { cycleStepWrite, getOrderPlan, storedCycle } from '#calendar'
import type { Reaction } from '#platform/events/deliver-events'
import type { RunJob } from '#platform/jobs/run-jobs'
import type { Item } from '#platform/storage/item-kind'
import { idOf, isId, orderIdOf } from '#shared/ids'
import { closingLines } from './close-report-store.ts'
import { ordersOfCustomer } from './head-store.ts'
import { settleOrder } from './settle-order.ts'

const closer = { kind: 'system', name: 'closing' } as const
const LATEST_ORDERS = 50
const LINES_A_READ = 100

/** A customer's money or credit changed, or a correction made an order cost less: its orders that wait for money are tried again, the oldest first. */
export const onMoneyChanged: Reaction = async (world, event) => {
  const { customerId } = event.about
  const isCorrected = event.type === 'order.corrected'
  const hasMoney = isCorrected || 'balance' in event.change || 'creditLimit' in event.change
  if (!hasMoney || !isId('customer', customerId)) return
  const { heads } = await ordersOfCustomer(world.table, customerId, LATEST_ORDERS, undefined, {
    isStrong: true,
  })
  for (const { st, r, fu } of heads.toReversed()) {
    if (st === 'awaiting-funds' && fu) await settleOrder(world, closer, orderIdOf(customerId, r), fu)
  }
}

/** Tries the orders of a closed cycle that still wait for money a last time, and lets the others lapse. */
export const lapseCycle: RunJob = async (world, job, keep) => {
  const cycleId = idOf('cycle', String(job.input.cycle))
  let after: Item | undefined
  let done = 0
  const tally: Record<string, number> = {}
  do {
    const page = await closingLines(world.table, cycleId, LINES_A_READ, after)
    for (const { outcome, orderId } of page.lines) {
      if (outcome !== 'awaiting-funds' || !orderId) continue
      const state = await settleOrder(world, closer, orderId, world.clock.now())
      tally[state] = (tally[state] ?? 0) + 1
      done++
    }
    after = page.last
    await keep({ done, total: done })
  } while (after)
  const { plan } = await getOrderPlan(world)
  const lookAt = tally['awaiting-funds'] ? world.clock.now() : undefined
  const cycle = await storedCycle(world.table, cycleId)
  await world.table.commit([cycleStepWrite(cycle, { phase: 'closed', lookAt }, plan)])
}
