import type { Job } from '#platform/jobs/job-store'
import type { KeepProgress } from '#platform/jobs/run-jobs'
import { added, type Tally } from '#platform/jobs/tally'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import { allCustomerIds } from './customer-store.ts'

const CUSTOMERS_A_STEP = 100

/** How far a walk came, and what was counted from its beginning on. */
export type Walked = { counts: Tally; done: number; position: string | undefined }

/** Goes through all customers in the order of their ids, a step at a time, from behind where the job stands. What a step
 * counts is kept with the step, so one that is done again by a successor counts once. */
export async function walkCustomers(
  world: World,
  job: Job,
  keep: KeepProgress,
  step: (customerIds: readonly CustomerId[]) => Promise<Tally>,
): Promise<Walked> {
  const all = await allCustomerIds(world.table)
  const rest = all.filter((customerId) => job.position === undefined || customerId > job.position)
  const walked: Walked = { counts: job.verdicts, done: all.length - rest.length, position: job.position }
  for (let start = 0; start < rest.length; start += CUSTOMERS_A_STEP) {
    const customerIds = rest.slice(start, start + CUSTOMERS_A_STEP)
    const tally = await step(customerIds)
    walked.counts = added(walked.counts, tally)
    walked.done += customerIds.length
    walked.position = customerIds.at(-1)
    await keep({ done: walked.done, total: all.length, tally, position: walked.position })
  }
  return walked
}
