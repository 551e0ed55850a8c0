import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { CustomerId, CycleId } from '#shared/ids'
import { cycleUseKey, cycleUseWrite, readCycleUse } from './cycle-use-store.ts'
import { orderRaces } from './order-plan.ts'

/** Closes a cycle for one customer: from then on nothing is placed or changed in it, whatever a server's clock says.
 * Closing it again changes nothing. False when the customer never ordered in it. */
export function closeCustomerCycle(
  world: World,
  actor: Actor,
  customerId: CustomerId,
  cycleId: CycleId,
): Promise<boolean> {
  const subject = cycleUseKey(customerId, cycleId)
  return tryAgain(async () => {
    const before = readCycleUse(await world.table.get(subject, { isStrong: true }))
    if (before?.cl) return before.v > 1
    const write = cycleUseWrite(customerId, cycleId, { ...before, u: before?.u ?? {}, cl: true }, before)
    const record = {
      type: 'cycle.closed',
      subject,
      about: { customerId, cycleId },
      change: { closed: true, version: { from: before?.v ?? 0, to: (before?.v ?? 0) + 1 } },
    } as const
    await commitChange(world, actor, record, [write])
    return before !== undefined
  }, orderRaces)
}
