// Keeps a job ours while one of its steps lasts: longer than one hold, but never so long that a process that hangs keeps it.
import { addSeconds, type Instant } from '#shared/time'
import { Refused } from '../storage/write.ts'
import type { World } from '../world.ts'
import { type Job, renewHold } from './job-store.ts'

const HOLD_SECONDS = 30
const LONGEST_STEP_MILLISECONDS = 600_000
/** Three tries before a hold is over. */
export const RENEW_MILLISECONDS = 10_000

/** Until when a job is ours that is taken, or goes on, now. */
export function holdFrom(now: Instant): Instant {
  return addSeconds(now, HOLD_SECONDS)
}

/** A job that is held: `stepped` says that a step was kept, `end` that the job is over. */
export type Hold = { stepped(): void; end(): void }

/** Renews the hold of a job until it ends, is lost, or a step takes longer than any should. */
export function holdJob(world: World, job: Job, everyMilliseconds: number): Hold {
  let steppedAt = performance.now()
  const renew = async () => {
    if (performance.now() - steppedAt > LONGEST_STEP_MILLISECONDS) return clearInterval(timer)
    try {
      await renewHold(world.table, job, holdFrom(world.clock.now()))
    } catch (error) {
      // What the database did not take now, it takes at the next turn.
      if (error instanceof Refused) clearInterval(timer)
    }
  }
  const timer = setInterval(() => void renew(), everyMilliseconds)
  timer.unref()
  return {
    stepped: () => {
      steppedAt = performance.now()
    },
    end: () => clearInterval(timer),
  }
}
