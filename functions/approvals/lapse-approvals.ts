import { cycleKey, readCycle } from '#calendar'
import { eachByItself, unlessUndone } from '#platform/by-itself'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import { Problem } from '#shared/problems'
import { type DueApproval, dueApprovals, postponeWrite } from './approval-store.ts'
import { endApproval } from './end-approval.ts'

const AT_ONCE = 25
const clock = { kind: 'system', name: 'cut-off' } as const

/** Lets approvals lapse whose window has closed, each whatever becomes of the others; answers how many. Who dies here
 * leaves the rest to the next turn. */
export async function lapseApprovals(world: World): Promise<number> {
  const due = await dueApprovals(world.table, world.clock.now(), AT_ONCE)
  const named = ({ key }: DueApproval) => key
  return unlessUndone(await eachByItself(world, due, { named }, (each) => lapseOrPostpone(world, each)))
}

async function lapseOrPostpone(world: World, { read }: DueApproval): Promise<number> {
  const approval = read()
  if (approval.state !== 'asked') return 0
  const key = cycleKey(approval.wish.cycleId)
  const closesAt = readCycle(key && (await world.table.get(key, { isStrong: true })))?.closesAt
  try {
    if (closesAt && world.clock.now() < closesAt)
      await world.table.commit([postponeWrite(approval, closesAt)])
    else await endApproval(world, clock, approval, { state: 'lapsed' })
  } catch (error) {
    // The owner, or another process, was quicker.
    const isEnded = error instanceof Problem && error.code === 'approvals.ended'
    if (!isEnded && !(error instanceof Refused)) throw error
  }
  return 1
}
