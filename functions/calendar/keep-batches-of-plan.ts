import { keepBatches } from '#accounts'
import type { RunJob } from '#platform/jobs/run-jobs'
import { storedPlan } from './plan-store.ts'

/** A job that lets customers be judged by an order plan which was saved before they were; done again, it changes nothing. */
export const keepBatchesOfPlan: RunJob = async (world) => {
  const stored = await storedPlan(world.table, { isStrong: true })
  if (stored) await keepBatches(world, stored.plan.batches)
}
