// Files in: started by people and machines, taken row by row in a job, with a verdict for each row.
import type { Actor } from '#platform/actor'
import type { Job } from '#platform/jobs/job-store'
import type { JobRuns } from '#platform/jobs/run-jobs'
import { importRun } from './import-rows.ts'
import { takeCustomers } from './take-customers.ts'
import { takeLimits } from './take-limits.ts'
import { takePrices } from './take-prices.ts'
import { takeProducts } from './take-products.ts'

/** What runs each kind of import. */
export const importRuns: JobRuns = {
  'import-customers': importRun((_, by) => takeCustomers(actorOf(by))),
  'import-products': importRun((_, by) => takeProducts(actorOf(by))),
  'import-prices': importRun((_, by) => takePrices(actorOf(by))),
  'import-limits': importRun((_, by) => takeLimits(actorOf(by))),
}

// A job acts for who started it, with the rights that were judged then.
function actorOf(by: Job['by']): Actor {
  return { kind: 'system', name: `import for ${by.id}` }
}
