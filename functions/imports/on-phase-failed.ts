import type { Reaction } from '#platform/events/deliver-events'
import { type Job, storedJob } from '#platform/jobs/job-store'
import { isId } from '#shared/ids'
import { changeImport } from './change-import.ts'
import { type ImportPhase, importPhases } from './import-states.ts'
import { type Import, storedImport } from './import-store.ts'

/** Puts an import back to where it stood before a phase whose job was given up, so that its starter may begin again. */
export const onPhaseFailed: Reaction = async (world, event) => {
  const { jobId } = event.about
  const job = isId('job', jobId) ? await storedJob(world.table, jobId) : undefined
  const importId = job?.input.importId
  if (job?.family !== 'import-phases' || job.state !== 'failed' || !isId('import', importId)) return
  const imported = await storedImport(world.table, importId)
  const phase = phaseOf(imported, job)
  if (!phase) return
  const actor = { kind: 'system', name: 'import', acts: { by: job.by, via: importId } } as const
  const { problem, facts } = job
  await changeImport(world, actor, imported, { state: importPhases[phase].before, problem, facts })
}

/** The phase of an import that this job still is: who begins again has another job. */
function phaseOf({ state, jobs }: Import, { jobId }: Job): ImportPhase | undefined {
  const phases: readonly ImportPhase[] = ['preview', 'apply', 'undo']
  return phases.find((phase) => importPhases[phase].during === state && jobs[phase] === jobId)
}
