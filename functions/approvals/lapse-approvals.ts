import { cycleKey, readCycle } from '#calendar'
import type { World } from '#platform/world'
import { Problem } from '#shared/problems'
import { type ApprovalRecord, dueApprovals, postponeWrite } from './approval-store.ts'
import { endApproval } from './end-approval.ts'

const AT_ONCE = 25
const clock = { kind: 'system', name: 'cut-off' } as const

/** Lets approvals lapse whose window has closed; answers how many. Who dies here leaves the rest to the next turn. */
export async function lapseApprovals(world: World): Promise<number> {
  const due = await dueApprovals(world.table, world.clock.now(), AT_ONCE)
  for (const approval of due) await lapseOrPostpone(world, approval)
  return due.length
}

async function lapseOrPostpone(world: World, approval: ApprovalRecord): Promise<void> {
  if (approval.state !== 'asked') return
  const key = cycleKey(approval.wish.cycleId)
  const closesAt = readCycle(key && (await world.table.get(key, { isStrong: true })))?.closesAt
  try {
    if (closesAt && world.clock.now() < closesAt)
      await world.table.commit([postponeWrite(approval, closesAt)])
    else await endApproval(world, clock, approval, { state: 'lapsed' })
  } catch (error) {
    // The owner, or another process, was quicker.
    if (!(error instanceof Problem && error.code === 'approvals.ended')) throw error
  }
}
