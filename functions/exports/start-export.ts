import { type Actor, markOf } from '#platform/actor'
import { beginJob } from '#platform/jobs/begin-job'
import { type Job, makeRunnable, storedJob } from '#platform/jobs/job-store'
import { derivedId } from '#platform/new-id'
import type { Once } from '#platform/once'
import type { World } from '#platform/world'
import type { ExportView, StartExport } from '#shared/exports'
import type { JobId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { UnitPath } from '#shared/unit-path'
import { exportFileKey } from './export-orders.ts'

const DOWNLOAD_SECONDS = 3600

/** Begins an export of what the actor may see; the same key again answers the job there is. */
export async function startExport(
  world: World,
  actor: Actor,
  input: StartExport & { subtrees: readonly UnitPath[] },
  once: Once,
): Promise<ExportView> {
  const jobId = derivedId('job', 'export', markOf(actor).id, once.key)
  const named = { subtrees: input.subtrees.join(' '), ...(input.cycleId && { cycleId: input.cycleId }) }
  const job = {
    jobId,
    kind: `export-${input.kind}`,
    family: 'exports',
    input: named,
    began: 'export.started',
  } as const
  await beginJob(world, actor, job, once)
  await makeRunnable(world.table, jobId)
  return showExport(world, actor, jobId)
}

/** How an export stands, for who asked for it; throws `imports.job_not_found` for everyone else. */
export async function showExport(world: World, actor: Actor, jobId: JobId): Promise<ExportView> {
  const { kind, state, done, total, verdicts, problem, startedAt } = await ownJob(world, actor, jobId)
  const view = { jobId, kind, state, done, total, verdicts, problem, startedAt }
  if (state !== 'done') return view
  return { ...view, downloadUrl: await world.files.downloadUrl(exportFileKey(jobId), DOWNLOAD_SECONDS) }
}

async function ownJob(world: World, actor: Actor, jobId: JobId): Promise<Job> {
  const job = await storedJob(world.table, jobId)
  if (job?.family !== 'exports' || job.by.id !== markOf(actor).id) throw new Problem('imports.job_not_found')
  return job
}
