import type { Actor } from '#platform/actor'
import { beginJob } from '#platform/jobs/begin-job'
import { type Job, makeRunnable, storedJob } from '#platform/jobs/job-store'
import { derivedId } from '#platform/new-id'
import type { Once } from '#platform/once'
import type { World } from '#platform/world'
import type { JobId } from '#shared/ids'
import type { JobView } from '#shared/imports'
import { Problem } from '#shared/problems'

const KIND = 'customer-search'

/** Has the search for customers made anew from what is stored; the same key again answers the job there is. */
export async function startRebuild(world: World, actor: Actor, once: Once): Promise<JobView> {
  const jobId = derivedId('job', KIND, once.key)
  const job = { jobId, kind: KIND, family: KIND, input: {}, began: 'search.rebuilt' } as const
  await beginJob(world, actor, job, once)
  await makeRunnable(world.table, jobId)
  return showRebuild(world, jobId)
}

/** How a rebuild stands; throws `request.not_found`. */
export async function showRebuild(world: World, jobId: JobId): Promise<JobView> {
  const job = await storedJob(world.table, jobId)
  if (job?.family !== KIND) throw new Problem('request.not_found')
  return viewOf(job)
}

function viewOf({ jobId, kind, state, done, total, verdicts, problem, facts, startedAt }: Job): JobView {
  return { jobId, kind, state, done, total, verdicts, problem, facts, startedAt }
}
