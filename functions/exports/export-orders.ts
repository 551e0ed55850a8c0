import { stringify } from 'csv-stringify/sync'
import { listUnitOrders } from '#orders'
import type { RunJob } from '#platform/jobs/run-jobs'
import { type CycleId, isId } from '#shared/ids'
import type { UnitOrder } from '#shared/orders'

const ORDERS_A_STEP = 100
const MINOR_UNITS_IN_ONE = 100

/** The key of an export's file in the file store. */
export function exportFileKey(jobId: string): string {
  return `exports/${jobId}.csv`
}

/** Writes the orders of the asker's units into one file, put in place whole at the end. A successor begins anew:
 * nothing but the file is changed. */
export const exportOrders: RunJob = async (world, job, keep) => {
  const { subtrees = '', cycleId } = job.input
  const asked = { subtrees: subtrees.split(' '), ...(isCycle(cycleId) && { cycleId }), limit: ORDERS_A_STEP }
  const rows: object[] = []
  let cursor: string | undefined
  do {
    const page = await listUnitOrders(world, job.by.id, { ...asked, cursor })
    rows.push(...page.items.map(rowOf))
    cursor = page.nextCursor
    await keep({ done: rows.length, total: 0 })
  } while (cursor)
  // A cell that starts like a formula gets an apostrophe, so that no spreadsheet program runs it.
  const text = stringify(rows, { bom: true, header: true, columns, escape_formulas: true })
  await world.files.write(exportFileKey(job.jobId), text, 'text/csv; charset=utf-8')
  await keep({ done: rows.length, total: rows.length })
}

const columns = [
  'number',
  'customer_zh',
  'customer_en',
  'unit',
  'state',
  'total',
  'currency',
  'lines',
  'placed_at',
  'on_behalf',
]

function rowOf(order: UnitOrder): object {
  return {
    number: order.number,
    customer_zh: order.customerName.zh,
    customer_en: order.customerName.en,
    unit: order.unitPath,
    state: order.state,
    total: (order.total / MINOR_UNITS_IN_ONE).toFixed(2),
    currency: order.currency,
    lines: order.lineCount,
    placed_at: order.placedAt,
    on_behalf: order.isOnBehalf ? 'yes' : '',
  }
}

function isCycle(text: string | undefined): text is CycleId {
  return isId('cycle', text)
}
