import { type Actor, actorOfMark, markOf } from '#platform/actor'
import { beginJob } from '#platform/jobs/begin-job'
import { makeRunnable, storedJob } from '#platform/jobs/job-store'
import type { RunJob } from '#platform/jobs/run-jobs'
import { derivedId } from '#platform/new-id'
import type { Once } from '#platform/once'
import type { World } from '#platform/world'
import { type CycleId, isId, type JobId } from '#shared/ids'
import type { JobView } from '#shared/imports'
import { Problem } from '#shared/problems'
import { WaitedForFilter } from '#shared/progress'
import type { UnitPath } from '#shared/unit-path'
import { listShopsWaitedFor } from './list-shops-waited-for.ts'
import { type ReminderVerdict, remindShops } from './remind-shops.ts'

const KIND = 'remind-waited-for'
const SHOPS_A_STEP = 100
const END = '-'
/** Phones are of no use here, and who sees none has none looked up. */
const reader = { kind: 'nobody' } as const

type Asked = { cycleId: CycleId; filter: WaitedForFilter; subtrees: readonly UnitPath[] }

/** Begins to remind all shops that a list shows; the same key again answers the job there is. */
export async function startReminders(
  world: World,
  actor: Actor,
  { cycleId, filter, subtrees }: Asked,
  once: Once,
): Promise<JobView> {
  const jobId = derivedId('job', KIND, markOf(actor).id, once.key)
  const input = { cycleId, filter: JSON.stringify(filter), subtrees: subtrees.join(' ') }
  const job = { jobId, kind: KIND, family: KIND, input, began: 'reminders.started' } as const
  await beginJob(world, actor, job, once)
  await makeRunnable(world.table, jobId)
  return showReminders(world, actor, jobId)
}

/** How far reminders are, with how many shops were told and why others were not; throws `request.not_found` for all but
 * who began them. */
export async function showReminders(world: World, actor: Actor, jobId: JobId): Promise<JobView> {
  const job = await storedJob(world.table, jobId)
  if (job?.family !== KIND || job.by.id !== markOf(actor).id) throw new Problem('request.not_found')
  const { kind, state, done, total, verdicts, problem, facts, startedAt } = job
  return { jobId, kind, state, done, total, verdicts, problem, facts, startedAt }
}

/** Reminds page by page of the list, as who began it; a successor goes on behind the last page. */
export const remindWaitedFor: RunJob = async (world, job, keep) => {
  const { cycleId, filter = '{}', subtrees = '' } = job.input
  if (!isId('cycle', cycleId) || job.position === END) return
  const asked = { cycleId, subtrees: subtrees.split(' ') }
  const listed = { ...WaitedForFilter.parse(JSON.parse(filter)), ...asked, limit: SHOPS_A_STEP }
  const actor = actorOfMark(job.by)
  let [cursor, done] = [job.position, job.done]
  while (cursor !== END) {
    const page = await listShopsWaitedFor(world, reader, { ...listed, cursor })
    const customerIds = page.items.map(({ customerId }) => customerId)
    const verdicts = await remindShops(world, actor, { ...asked, customerIds, run: job.jobId })
    done += customerIds.length
    cursor = page.nextCursor ?? END
    await keep({ done, total: 0, tally: tallyOf(verdicts), position: cursor })
  }
}

/** Shops told, and those that were not by the name of the reason. */
function tallyOf(verdicts: readonly ReminderVerdict[]): Record<string, number> {
  const tally: Record<string, number> = {}
  for (const { refusal } of verdicts) {
    const name = refusal?.code ?? 'told'
    tally[name] = (tally[name] ?? 0) + 1
  }
  return tally
}
