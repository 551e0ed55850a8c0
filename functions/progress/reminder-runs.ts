import type { JobRuns } from '#platform/jobs/run-jobs'
import { remindOfCycle } from './remind-of-cycle.ts'
import { remindWaitedFor } from './remind-waited-for.ts'

/** What runs the jobs of reminding. */
export const reminderRuns: JobRuns = {
  'remind-of-cycle': remindOfCycle,
  'remind-waited-for': remindWaitedFor,
}
