import { getCompany } from '#accounts'
import type { World } from '#platform/world'
import type { CustomerId, CycleId } from '#shared/ids'
import { cycleUseKey, readCycleUse } from './cycle-use-store.ts'

/** True when a customer has its order of a cycle and the company takes one alone. */
export async function hasItsOrder(world: World, customerId: CustomerId, cycleId: CycleId): Promise<boolean> {
  const [item, { oneOrderACycle }] = await Promise.all([
    world.table.get(cycleUseKey(customerId, cycleId)),
    getCompany(world),
  ])
  return oneOrderACycle && readCycleUse(item)?.r !== undefined
}
