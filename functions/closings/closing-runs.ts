import type { JobRuns } from '#platform/jobs/run-jobs'
import { closeCustomers } from './close-customers.ts'
import { lapseCycle } from './settle-waiting.ts'

/** What runs the jobs of a closing. */
export const closingRuns: JobRuns = { 'close-cycle': closeCustomers, 'lapse-cycle': lapseCycle }
