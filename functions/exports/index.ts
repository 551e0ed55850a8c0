// Files out: what a list shows, as a file, made in a job.
import type { JobRuns } from '#platform/jobs/run-jobs'
import { customerSheet, priceSheet, productSheet } from './master-sheets.ts'
import { orderLineSheet, orderSheet } from './order-sheet.ts'
import { refusedRowsSheet } from './refused-rows-sheet.ts'
import { requestSheet } from './request-sheet.ts'
import { exportRun } from './run-export.ts'
import { waitedForSheet } from './waited-for-sheet.ts'

/** What runs each kind of export. */
export const exportRuns: JobRuns = {
  'export-orders': exportRun(orderSheet),
  'export-order-lines': exportRun(orderLineSheet),
  'export-customers': exportRun(customerSheet),
  'export-products': exportRun(productSheet),
  'export-prices': exportRun(priceSheet),
  'export-requests': exportRun(requestSheet),
  'export-shops-waited-for': exportRun(waitedForSheet),
  'export-refused-rows': exportRun(refusedRowsSheet),
}
