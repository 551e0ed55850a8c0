import { type Account, accountKey, readAccount, walkCustomers } from '#accounts'
import { type Cycle, cycleIdOf, storedCycle } from '#calendar'
import { awaitsOwner, noteWrite } from '#closings'
import { readStandingDraft, standingDraftKey, unspentDraft } from '#drafts'
import { cycleUseKey, readCycleUse } from '#orders'
import { commitChange } from '#platform/audit/record-change'
import type { RunJob } from '#platform/jobs/run-jobs'
import { type Tally, talliedOver } from '#platform/jobs/tally'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { StandingDraft } from '#shared/drafts'
import { type CustomerId, idOf } from '#shared/ids'

const reminder = { kind: 'system', name: 'reminder' } as const

/** Reminds, once for each time at which a cycle is to close, every shop of a batch that has a draft which nobody placed: that it will be placed at the
 * cut-off, or that it will not. Who tells it reacts to the event. */
export const remindOfCycle: RunJob = async (world, job, keep) => {
  const { cycle: bare, closesAt } = job.input
  await walkCustomers(world, job, keep, async (customerIds) => {
    const cycle = await storedCycle(world.table, idOf('cycle', String(bare)))
    const isPutOff = closesAt !== undefined && closesAt !== cycle.closesAt
    if (cycle.phase || isPutOff || world.clock.now() >= cycle.closesAt) return {}
    return remindStep(world, cycle, customerIds)
  })
}

async function remindStep(world: World, cycle: Cycle, customerIds: readonly CustomerId[]): Promise<Tally> {
  const keys = customerIds.flatMap((customerId) => [
    accountKey(customerId),
    cycleUseKey(customerId, cycleIdOf(cycle)),
    standingDraftKey(customerId),
  ])
  const items = await world.table.getMany(keys, { isStrong: true })
  const concerned = customerIds.flatMap((customerId, at) => {
    const account = readAccount(items[3 * at])
    const use = readCycleUse(items[3 * at + 1])
    const draft = readStandingDraft(customerId, items[3 * at + 2])
    const isWaitedFor = account?.batch === cycle.batch && use?.r === undefined && !use?.cl
    return account && isWaitedFor ? [{ account, draft }] : []
  })
  return talliedOver(concerned, ({ account, draft }) => remind(world, cycle, account, draft))
}

async function remind(
  world: World,
  cycle: Cycle,
  { customerId }: Account,
  draft: StandingDraft,
): Promise<Tally> {
  const found = await unspentDraft(world, customerId, { isOfShop: true })
  if (!found) return {}
  const cycleId = cycleIdOf(cycle)
  const { closesAt } = cycle
  const isPlaced = draft.isOn && !(await awaitsOwner(world, cycleId, found.draft))
  const record = {
    type: isPlaced ? 'order.standing_reminder' : 'order.draft_reminder',
    subject: cycleUseKey(customerId, cycleId),
    about: { customerId, cycleId },
    change: { closesAt, lineCount: found.draft.lines.length, basketVersion: found.draft.version },
  } as const
  try {
    await commitChange(world, reminder, record, [
      noteWrite(customerId, cycleId, `reminded-${closesAt}`, { at: world.clock.now() }),
    ])
    return { reminded: 1 }
  } catch (error) {
    if (error instanceof Refused) return {}
    throw error
  }
}
