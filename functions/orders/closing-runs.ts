import type { JobRuns } from '#platform/jobs/run-jobs'
import { closeCustomers } from './close-customers.ts'
import { remindOfCycle } from './remind-of-cycle.ts'
import { remindWaitedFor } from './remind-waited-for.ts'
import { lapseCycle } from './settle-waiting.ts'

/** What runs the jobs of a cycle. */
export const closingRuns: JobRuns = {
  'remind-of-cycle': remindOfCycle,
  'remind-waited-for': remindWaitedFor,
  'close-cycle': closeCustomers,
  'lapse-cycle': lapseCycle,
}
