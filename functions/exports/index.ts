// Files out: what a list shows, as a file, made in a job.
import type { JobRuns } from '#platform/jobs/run-jobs'
import { exportOrders } from './export-orders.ts'

/** What runs each kind of export. */
export const exportRuns: JobRuns = { 'export-orders': exportOrders }
