// Files out: what a list shows, as a file, made in a job.
import type { JobRuns } from '#platform/jobs/run-jobs'
import { cycleSheet } from './cycle-sheet.ts'
import { demandSheet } from './demand-sheet.ts'
import { importRowsSheet, importSheet, refusedRowsSheet } from './import-sheets.ts'
import { limitSheet } from './limit-sheet.ts'
import { customerSheet, priceSheet, productSheet } from './master-sheets.ts'
import { messageSheet } from './message-sheet.ts'
import { odditySheet } from './oddity-sheet.ts'
import { orderLineSheet, orderSheet } from './order-sheet.ts'
import { requestSheet } from './request-sheet.ts'
import { exportRun } from './run-export.ts'
import { staffSheet } from './staff-sheet.ts'
import { waitedForSheet } from './waited-for-sheet.ts'

/** What runs each kind of export. */
export const exportRuns: JobRuns = {
  'export-orders': exportRun(orderSheet),
  'export-order-lines': exportRun(orderLineSheet),
  'export-customers': exportRun(customerSheet),
  'export-products': exportRun(productSheet),
  'export-prices': exportRun(priceSheet),
  'export-requests': exportRun(requestSheet),
  'export-cycles': exportRun(cycleSheet),
  'export-oddities': exportRun(odditySheet),
  'export-limits': exportRun(limitSheet),
  'export-messages': exportRun(messageSheet),
  'export-imports': exportRun(importSheet),
  'export-import-rows': exportRun(importRowsSheet),
  'export-staff': exportRun(staffSheet),
  'export-demand': exportRun(demandSheet),
  'export-shops-waited-for': exportRun(waitedForSheet),
  'export-refused-rows': exportRun(refusedRowsSheet),
}
