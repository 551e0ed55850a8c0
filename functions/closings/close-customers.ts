import { type Account, accountKey, readAccount, walkCustomers } from '#accounts'
import { cycleIdOf, cycleStepWrite, getOrderPlan, storedCycle } from '#calendar'
import { readStandingDraft, standingDraftKey } from '#drafts'
import { cycleUseKey, readCycleUse } from '#orders'
import { recordChange } from '#platform/audit/record-change'
import type { Job } from '#platform/jobs/job-store'
import type { RunJob } from '#platform/jobs/run-jobs'
import { added, type Tally, talliedOver } from '#platform/jobs/tally'
import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import { fundsUntil } from '#shared/calendar-rules'
import type { StandingDraft } from '#shared/drafts'
import { type CustomerId, type CycleId, idOf } from '#shared/ids'
import { Problem } from '#shared/problems'
import { businessDateOf } from '#shared/time'
import { type Closing, closeCustomer } from './close-customer.ts'
import { keyOfClosing } from './close-due-cycles.ts'
import { closingLineRemoval, closingLines, closingLineWrite } from './report-store.ts'
import { waitingOrders } from './settle-waiting.ts'

const LINES_A_READ = 100
const closer = { kind: 'system', name: 'closing' } as const

/** Closes a cycle that is shut, customer by customer. Whose batch it is says the account itself; who ordered in the cycle
 * and has changed batch since is closed and settled as well. */
export const closeCustomers: RunJob = async (world, job, keep) => {
  const cycleId = idOf('cycle', String(job.input.cycle))
  const cycle = await storedCycle(world.table, cycleId)
  if (cycle.phase === 'closed') return
  const { plan, timeZone } = await getOrderPlan(world)
  const until = fundsUntil(plan, businessDateOf(cycle.closesAt, timeZone), timeZone)
  const closing = { cycle, until }
  const walked = await walkCustomers(world, job, keep, (customerIds) =>
    closeStep(world, closing, customerIds),
  )
  const { position, counts } = walked
  const late = await closeFailed(world, closing, counts, (tally) =>
    keep({ done: walked.done, total: walked.done, tally, position }),
  )
  await finish(world, job, closing, added(counts, late))
}

async function closeStep(world: World, closing: Closing, customerIds: readonly CustomerId[]): Promise<Tally> {
  const { cycle } = closing
  const cycleId = cycleIdOf(cycle)
  const keys = customerIds.flatMap((customerId) => [
    accountKey(customerId),
    cycleUseKey(customerId, cycleId),
    standingDraftKey(customerId),
  ])
  const items = await world.table.getMany(keys, { isStrong: true })
  const concerned = customerIds.flatMap((customerId, at) => {
    const account = readAccount(items[3 * at])
    const use = readCycleUse(items[3 * at + 1])
    const draft = readStandingDraft(customerId, items[3 * at + 2])
    return account && (use || account.batch === cycle.batch) ? [{ account, draft }] : []
  })
  return talliedOver(concerned, ({ account, draft }) => closeOrNote(world, closing, account, draft))
}

/** One customer whose closing fails holds up no other: it is noted, and tried again when all others are done. */
async function closeOrNote(
  world: World,
  closing: Closing,
  account: Account,
  draft: StandingDraft,
): Promise<Tally> {
  const { customerId } = account
  try {
    return await closeCustomer(world, closing, account, draft)
  } catch (error) {
    world.log.warn('customer not closed', { customerId, cycle: closing.cycle.date, error: String(error) })
    const problems = error instanceof Problem ? [{ code: error.code, facts: error.facts }] : undefined
    const line = { customerId, outcome: 'failed', what: 'F', problems } as const
    await world.table.commit([closingLineWrite(cycleIdOf(closing.cycle), line)])
    return { failed: 1 }
  }
}

/** Closes those whose closing failed, each counted as it is done; who fails again keeps the cycle shut, and the job comes back
 * to it. */
async function closeFailed(
  world: World,
  closing: Closing,
  walked: Tally,
  keepTally: (tally: Tally) => Promise<void>,
): Promise<Tally> {
  const cycleId = cycleIdOf(closing.cycle)
  const errors: unknown[] = []
  let counts: Tally = {}
  let failed = walked.failed ?? 0
  for (const customerId of await failedCustomers(world, cycleId)) {
    const keys = [accountKey(customerId), standingDraftKey(customerId)]
    const [accountItem, draftItem] = await world.table.getMany(keys, { isStrong: true })
    const account = readAccount(accountItem)
    if (!account) continue
    try {
      const closed = await closeCustomer(world, closing, account, readStandingDraft(customerId, draftItem))
      // Noted by a step that died before it was counted, it is none of the failed ones.
      const tally = { ...closed, failed: failed > 0 ? -1 : 0 }
      failed -= 1
      await world.table.commit([closingLineRemoval(cycleId, customerId, 'F')])
      await keepTally(tally)
      counts = added(counts, tally)
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} customers not closed`)
  return counts
}

async function failedCustomers({ table }: World, cycleId: CycleId): Promise<CustomerId[]> {
  const found: CustomerId[] = []
  let after: Item | undefined
  do {
    const { lines, last } = await closingLines(table, cycleId, LINES_A_READ, after)
    found.push(...lines.flatMap(({ outcome, customerId }) => (outcome === 'failed' ? [customerId] : [])))
    after = last
  } while (after)
  return found
}

/** The cycle is closed for everyone; it is looked at again when orders wait for money. */
async function finish(world: World, job: Job, { cycle, until }: Closing, counts: Tally): Promise<void> {
  const { plan } = await getOrderPlan(world)
  const cycleId = cycleIdOf(cycle)
  // Told by the orders and not by the counts, which may have died with a process.
  const hasWaiting = (await waitingOrders(world, cycleId)).length > 0
  const step = { phase: 'closed', ...(hasWaiting && { lookAt: until }) } as const
  const event = recordChange(world, closer, {
    type: 'closing.finished',
    subject: keyOfClosing(cycleId),
    about: { cycleId, jobId: job.jobId },
    change: { counts },
  })
  const current = await storedCycle(world.table, cycleId)
  await world.table.commit([cycleStepWrite(current, step, plan), event], event)
}
