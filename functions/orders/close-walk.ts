import { allCustomerIds } from '#accounts'
import type { Job } from '#platform/jobs/job-store'
import type { KeepProgress } from '#platform/jobs/run-jobs'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'

const CUSTOMERS_A_STEP = 100
const AT_ONCE = 8

export type Tally = Readonly<Record<string, number>>
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

/** Does `work` for all values, a few at once, and adds up what each counted. */
export async function talliedOver<Value>(
  values: readonly Value[],
  work: (value: Value) => Promise<Tally>,
): Promise<Tally> {
  let counts: Tally = {}
  for (let start = 0; start < values.length; start += AT_ONCE) {
    const tallies = await Promise.all(values.slice(start, start + AT_ONCE).map(work))
    counts = tallies.reduce(added, counts)
  }
  return counts
}

/** Two counts as one. */
export function added(one: Tally, other: Tally): Tally {
  const sum: Record<string, number> = { ...one }
  for (const [name, count] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count
  return sum
}
