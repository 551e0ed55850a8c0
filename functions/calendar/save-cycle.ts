import type { World } from '#platform/world'
import { type Cycle, cycleIdOf, cycleKey, cycleReplacement, readCycle } from './cycle-store.ts'
import { getOrderPlan } from './order-plan.ts'

/** Puts a cycle in, in place of the one of the same batch and day. With `phase` closed it is history. */
export async function saveCycle(world: World, cycle: Omit<Cycle, 'version'>): Promise<void> {
  const key = cycleKey(cycleIdOf(cycle))
  const before = key && readCycle(await world.table.get(key, { isStrong: true }))
  const { plan } = await getOrderPlan(world)
  await world.table.commit([cycleReplacement({ ...cycle, version: (before?.version ?? 0) + 1 }, plan)])
}
