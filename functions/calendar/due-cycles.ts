import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { OrderPlan } from '#shared/calendar'
import type { Instant } from '#shared/time'
import { type Cycle, cyclesDue, cycleWrite } from './cycle-store.ts'

const MOST_DUE = 20

/** Cycles whose shops are to be reminded, that are to be closed, or whose closing is to be looked at again, as they truly
 * stand. */
export function dueCycles(world: World): Promise<Cycle[]> {
  return cyclesDue(world.table, world.clock.now(), MOST_DUE)
}

/** How a cycle goes on: its reminders have begun, or it is shut or closed, and when to look at it again. */
export type CycleStep = { isReminded: true } | { phase: NonNullable<Cycle['phase']>; lookAt?: Instant }

/** The write by which a cycle goes on. It holds only while nobody changed the cycle since it was read, so a later close
 * and a closing never both win. */
export function cycleStepWrite(cycle: Cycle, step: CycleStep, plan: OrderPlan): Write {
  return cycleWrite(
    { ...cycle, ...('phase' in step ? { lookAt: undefined } : {}), ...step, version: cycle.version + 1 },
    plan,
  )
}
