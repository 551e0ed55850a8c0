import type { World } from '#platform/world'
import { type Cycle, cycleWrite } from './cycle-store.ts'

/** Puts a cycle in, in place of the one of the same batch and day. */
export async function saveCycle(world: World, cycle: Cycle): Promise<void> {
  await world.table.commit([cycleWrite(cycle)])
}
