import type { World } from '#platform/world'
import type { CycleDetails, CycleView } from '#shared/calendar'
import { addDays, businessDateOf } from '#shared/time'
import { isOpenAt, MOST_DAYS_MOVED, stateAt } from './cycle-rules.ts'
import { type Cycle, cycleIdOf, cyclesOfBatch } from './cycle-store.ts'

const LOOK_AHEAD = 3
/** Batches of every other week have no cycle for so long. */
const MOST_DAYS_BETWEEN = 14

/** The cycle of a batch that is open now, else the next one to open; undefined when none is planned. */
export async function currentCycle(world: World, batch: string): Promise<CycleView | undefined> {
  const now = world.clock.now()
  const ahead = await cyclesAhead(world, batch, LOOK_AHEAD)
  const found = ahead.find((cycle) => isOpenAt(cycle, now)) ?? ahead[0]
  return found && viewOfCycle(world, found)
}

/** The cycles of a batch that are not over, the one that closes first at the beginning. A moved one stands by the day
 * of its id, so it is looked for as far back as a cycle may be moved. */
export async function cyclesAhead(world: World, batch: string, count: number): Promise<Cycle[]> {
  const now = world.clock.now()
  const from = addDays(businessDateOf(now, world.config.timeZone), -MOST_DAYS_MOVED - 1)
  const cycles = await cyclesOfBatch(world.table, batch, from, MOST_DAYS_MOVED + 1 + count)
  return cycles
    .filter((cycle) => now < cycle.closesAt && !cycle.phase)
    .sort((left, right) => (left.closesAt < right.closesAt ? -1 : 1))
}

/** The cycle of a batch that was over last; undefined when none was within the days looked back over. */
export async function cycleBefore(world: World, batch: string): Promise<Cycle | undefined> {
  const now = world.clock.now()
  const days = MOST_DAYS_MOVED + MOST_DAYS_BETWEEN
  const from = addDays(businessDateOf(now, world.config.timeZone), -days)
  const cycles = await cyclesOfBatch(world.table, batch, from, days + MOST_DAYS_MOVED)
  return cycles
    .filter(({ closesAt }) => closesAt <= now)
    .sort((left, right) => (left.closesAt < right.closesAt ? -1 : 1))
    .at(-1)
}

/** A cycle as the outside sees it, with the server's clock. */
export function viewOfCycle(world: World, cycle: Cycle): CycleView {
  const now = world.clock.now()
  const { batch, name, date, orderDay, opensAt, closesAt } = cycle
  const isOpen = stateAt(cycle, now) === 'open'
  return { cycleId: cycleIdOf(cycle), batch, name, date, orderDay, opensAt, closesAt, isOpen, now }
}

/** A cycle as the calendar shows it. */
export function detailsOfCycle(world: World, cycle: Cycle): CycleDetails {
  const { plannedDay, reason, version } = cycle
  const state = stateAt(cycle, world.clock.now())
  return { ...viewOfCycle(world, cycle), plannedDay, reason, version, state }
}
