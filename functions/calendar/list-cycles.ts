import type { World } from '#platform/world'
import type { CycleView } from '#shared/calendar'
import { addDays, businessDateOf } from '#shared/time'
import { viewOfCycle } from './current-cycle.ts'
import { cyclesUpTo } from './cycle-store.ts'

const DAYS_AHEAD = 7
const MOST_CYCLES = 60

/** Recent and coming cycles of all batches, newest first. */
export async function listCycles(world: World): Promise<CycleView[]> {
  const until = addDays(businessDateOf(world.clock.now(), world.config.timeZone), DAYS_AHEAD)
  const cycles = await cyclesUpTo(world.table, until, MOST_CYCLES)
  return cycles.map((cycle) => viewOfCycle(world, cycle))
}
