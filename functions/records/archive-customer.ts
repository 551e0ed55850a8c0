import { type Actor, markOf } from '#platform/actor'
import { beginJob } from '#platform/jobs/begin-job'
import { makeRunnable, storedJob } from '#platform/jobs/job-store'
import type { RunJob } from '#platform/jobs/run-jobs'
import { derivedId } from '#platform/new-id'
import type { Once } from '#platform/once'
import type { World } from '#platform/world'
import { type CustomerId, isId, type JobId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { ArchiveView } from '#shared/records'
import { archiveOf } from './gather-archive.ts'

const DOWNLOAD_SECONDS = 3600
const FAMILY = 'archives'

/** Begins an archive of a customer; the same key again answers the job there is. */
export async function startArchive(
  world: World,
  actor: Actor,
  customerId: CustomerId,
  once: Once,
): Promise<ArchiveView> {
  const jobId = derivedId('job', 'archive', markOf(actor).id, customerId, once.key)
  const job = {
    jobId,
    kind: 'customer-archive',
    family: FAMILY,
    input: { customerId },
    began: 'archive.started',
  } as const
  await beginJob(world, actor, job, once)
  await makeRunnable(world.table, jobId)
  return showArchive(world, actor, { customerId, jobId })
}

/** How an archive stands, for who asked for it; throws `exports.export_not_found` for everyone else. */
export async function showArchive(
  world: World,
  actor: Actor,
  { customerId, jobId }: { customerId: CustomerId; jobId: JobId },
): Promise<ArchiveView> {
  const job = await storedJob(world.table, jobId)
  const isOwn = job?.family === FAMILY && job.by.id === markOf(actor).id
  if (!isOwn || job.input.customerId !== customerId) throw new Problem('exports.export_not_found')
  const { kind, state, done, total, verdicts, problem, startedAt } = job
  const view = { jobId, kind, state, done, total, verdicts, problem, startedAt }
  if (state !== 'done') return view
  return { ...view, downloadUrl: await world.files.downloadUrl(archiveKey(jobId), DOWNLOAD_SECONDS) }
}

/** Gathers all that is known of a customer into one file, put in place whole at the end. A successor begins anew. */
export const archiveCustomer: RunJob = async (world, job, keep) => {
  const { customerId } = job.input
  if (!isId('customer', customerId)) throw new Problem('accounts.customer_not_found')
  let done = 0
  const bytes = archiveOf(world, { customerId, isForMember: job.by.kind === 'member' }, async (found) => {
    done += found
    await keep({ done, total: 0 })
  })
  await world.files.write(archiveKey(job.jobId), bytes, 'application/zip')
  await keep({ done, total: done })
}

function archiveKey(jobId: string): string {
  return `archives/${jobId}.zip`
}
