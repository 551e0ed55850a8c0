import type { World } from '#platform/world'
import type { CycleView } from '#shared/calendar'
import { addDays, businessDateOf } from '#shared/time'
import { type Cycle, cycleIdOf, cyclesOfBatch, isOpenAt } from './cycle-store.ts'

const LOOK_AHEAD = 3

/** The cycle of a batch that is open now, else the next one to open; undefined when none is planned. */
export async function currentCycle(world: World, batch: string): Promise<CycleView | undefined> {
  const now = world.clock.now()
  const yesterday = addDays(businessDateOf(now, world.config.timeZone), -1)
  const cycles = await cyclesOfBatch(world.table, batch, yesterday, LOOK_AHEAD)
  const ahead = cycles.filter((cycle) => now < cycle.closesAt)
  const found = ahead.find((cycle) => isOpenAt(cycle, now)) ?? ahead[0]
  return found && viewOfCycle(world, found)
}

/** A cycle as the outside sees it, with the server's clock. */
export function viewOfCycle(world: World, cycle: Cycle): CycleView {
  const now = world.clock.now()
  const { batch, date, opensAt, closesAt } = cycle
  return { cycleId: cycleIdOf(cycle), batch, date, opensAt, closesAt, isOpen: isOpenAt(cycle, now), now }
}
