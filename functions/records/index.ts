// Records as they were: history of every record, how it stood at an instant, and a customer's whole record as one file.
import type { JobRuns } from '#platform/jobs/run-jobs'
import { archiveCustomer } from './archive-customer.ts'

/** What makes archives. */
export const recordRuns: JobRuns = { 'customer-archive': archiveCustomer }
