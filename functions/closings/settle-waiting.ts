import { accountKey, readAccount } from '#accounts'
import { cycleStepWrite, getOrderPlan, storedCycle } from '#calendar'
import { ordersHoldingMoney, settleOrder } from '#orders'
import type { Reaction } from '#platform/events/deliver-events'
import type { RunJob } from '#platform/jobs/run-jobs'
import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import { type CycleId, idOf, isId, type OrderId, orderIdOf, partsOfOrderId } from '#shared/ids'
import { reportOfSettled } from './report-settled.ts'
import { closingLines } from './report-store.ts'

const closer = { kind: 'system', name: 'closing' } as const
const ORDERS_A_STEP = 100
const LINES_A_READ = 100

/** A customer's money or credit changed, a correction made an order cost less, or an older one lapsed: its orders that wait
 * for money are tried again, the oldest first. */
export const onMoneyChanged: Reaction = async (world, event) => {
  const { customerId } = event.about
  const isFreed = event.type === 'order.corrected' || event.type === 'order.lapsed'
  const hasMoney = isFreed || 'balance' in event.change || 'creditLimit' in event.change
  if (!hasMoney || !isId('customer', customerId)) return
  const account = readAccount(await world.table.get(accountKey(customerId), { isStrong: true }))
  if (!account) return
  for (const { st, r, fu } of await ordersHoldingMoney(world.table, account)) {
    if (st !== 'awaiting-funds' || !fu) continue
    await settleOrder(world, closer, orderIdOf(customerId, r), { until: fu, along: reportOfSettled })
  }
}

/** Tries the orders of a closed cycle that still wait for money a last time, and lets the others lapse. */
export const lapseCycle: RunJob = async (world, job, keep) => {
  const cycleId = idOf('cycle', String(job.input.cycle))
  const waiting = await waitingOrders(world, cycleId)
  const tally: Record<string, number> = {}
  for (const [at, orderId] of waiting.entries()) {
    const state = await settleOrder(world, closer, orderId, {
      until: world.clock.now(),
      along: reportOfSettled,
    })
    tally[state] = (tally[state] ?? 0) + 1
    if ((at + 1) % ORDERS_A_STEP === 0) await keep({ done: at + 1, total: waiting.length })
  }
  await keep({ done: waiting.length, total: waiting.length })
  const { plan } = await getOrderPlan(world)
  const lookAt = tally['awaiting-funds'] ? world.clock.now() : undefined
  const cycle = await storedCycle(world.table, cycleId)
  await world.table.commit([cycleStepWrite(cycle, { phase: 'closed', lookAt }, plan)])
}

/** The orders of a cycle that the close left waiting, those of a customer from the oldest on. */
export async function waitingOrders({ table }: World, cycleId: CycleId): Promise<OrderId[]> {
  const found: OrderId[] = []
  let after: Item | undefined
  do {
    const page = await closingLines(table, cycleId, LINES_A_READ, after)
    found.push(
      ...page.lines.flatMap(({ outcome, orderId }) =>
        outcome === 'awaiting-funds' && orderId ? [orderId] : [],
      ),
    )
    after = page.last
  } while (after)
  const runningOf = (orderId: OrderId) => partsOfOrderId(orderId)?.runningNumber ?? 0
  return found.sort((one, other) => runningOf(one) - runningOf(other))
}
