import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { OrderPlan } from '#shared/calendar'
import { addSeconds } from '#shared/time'
import { type Cycle, cyclesDue, cycleWrite } from './cycle-store.ts'

const MOST_DUE = 20
/** A closing that did not come to its end is looked at again after so long. */
const LOOK_AGAIN_SECONDS = 600

/** Cycles whose shops are to be reminded or that are to be closed now, as they truly stand. */
export function dueCycles(world: World): Promise<Cycle[]> {
  return cyclesDue(world.table, world.clock.now(), MOST_DUE)
}

/** The write by which a cycle goes on: its reminders have begun, or its closing is a phase further. It holds only while
 * nobody changed the cycle since it was read, so a later close and a closing never both win. */
export function cycleStepWrite(
  world: World,
  cycle: Cycle,
  step: { isReminded: true } | { phase: NonNullable<Cycle['phase']> },
  plan: OrderPlan,
): { write: Write; after: Cycle } {
  const lookAt = 'phase' in step ? addSeconds(world.clock.now(), LOOK_AGAIN_SECONDS) : undefined
  const after = { ...cycle, ...step, lookAt, version: cycle.version + 1 }
  return { write: cycleWrite(after, plan), after }
}
