import { type Actor, markOf } from '#platform/actor'
import { recordChange } from '#platform/audit/record-change'
import { type Job, storedJob } from '#platform/jobs/job-store'
import { derivedId } from '#platform/new-id'
import type { Once } from '#platform/once'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { ImportId, JobId } from '#shared/ids'
import { ImportOptions, type ImportView, type StartImport } from '#shared/imports'
import { Problem } from '#shared/problems'
import { importPhases } from './import-states.ts'
import { type Import, importKey, importWrite, storedImport } from './import-store.ts'
import { ownImport, refuseKind } from './own-import.ts'

const UPLOAD_SECONDS = 3600

/** The key of an import's file in the file store. */
export function importFileKey(importId: ImportId): string {
  return `imports/${importId}`
}

/** Begins an import, and answers where to send its file; the same key again answers the import there is. Throws
 * `imports.kind_of_others`. */
export async function startImport(world: World, actor: Actor, input: StartImport, once: Once) {
  refuseKind(actor, input.kind)
  const imported = await beginImport(world, actor, input, once)
  return {
    import: await viewOf(world, imported),
    uploadUrl: await world.files.uploadUrl(importFileKey(imported.importId), UPLOAD_SECONDS),
  }
}

async function beginImport(world: World, actor: Actor, input: StartImport, once: Once): Promise<Import> {
  const by = markOf(actor)
  const importId = derivedId('import', by.id, once.key)
  const fresh: Import = {
    importId,
    ...input,
    state: 'waiting',
    version: 1,
    startedAt: world.clock.now(),
    asked: once.fingerprint,
    by,
    columns: [],
    samples: [],
    mapping: {},
    options: ImportOptions.parse({}),
    jobs: {},
  }
  const event = recordChange(world, actor, {
    type: 'import.started',
    subject: importKey(importId),
    about: { importId },
    change: {
      kind: { from: null, to: input.kind },
      fileName: { from: null, to: input.fileName },
      version: { from: 0, to: 1 },
    },
  })
  try {
    await world.table.commit([importWrite(fresh), event], event)
    return fresh
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  const stored = await storedImport(world.table, importId)
  if (stored.asked !== once.fingerprint) throw new Problem('request.key_reused')
  return stored
}

/** How an import stands; throws `imports.import_not_found`. */
export async function showImport(world: World, actor: Actor, importId: ImportId): Promise<ImportView> {
  return viewOf(world, await ownImport(world, actor, importId))
}

/** An import that the actor may go on with, as it truly stands: a phase whose job was given up counts as not begun. */
export async function standingImport(world: World, actor: Actor, importId: ImportId): Promise<Import> {
  const stored = await ownImport(world, actor, importId)
  return standing(stored, (await jobsOf(world, stored)).newest)
}

/** An import as the outside sees it; `jobWithId` knows its jobs where they were read already. */
export async function viewOf(
  world: World,
  stored: Import,
  jobWithId: JobWithId = (jobId) => storedJob(world.table, jobId),
): Promise<ImportView> {
  const { newest, shown } = await jobsAmong(stored, jobWithId)
  const { importId, kind, fileName, state, version, startedAt, ...rest } = standing(stored, newest)
  const { form, columns, samples, mapping, mapName, options, problem, facts } = rest
  const head = form && { ...form, columns, samples }
  const { done = 0, total = 0, verdicts = {} } = shown ?? {}
  const named = { importId, kind, fileName, state, version, startedAt }
  return { ...named, head, mapping: form && mapping, mapName, options, done, total, verdicts, problem, facts }
}

function standing(imported: Import, job: Job | undefined): Import {
  const phase = Object.values(importPhases).find(({ during }) => during === imported.state)
  if (!phase || job?.state !== 'failed') return imported
  return { ...imported, state: phase.before, problem: job.problem, facts: job.facts }
}

/** The job of the newest phase, and the one whose rows are shown: of a phase that was given up, those of the phase before. */
export function jobsOf(world: World, imported: Import): Promise<ShownJobs> {
  return jobsAmong(imported, (jobId) => storedJob(world.table, jobId))
}

type ShownJobs = { newest: Job | undefined; shown: Job | undefined }
type JobWithId = (jobId: JobId) => Promise<Job | undefined>

async function jobsAmong({ jobs }: Import, jobWithId: JobWithId): Promise<ShownJobs> {
  const jobIds = [jobs.undo, jobs.apply, jobs.preview].filter((jobId) => jobId !== undefined)
  let newest: Job | undefined
  for (const jobId of jobIds) {
    const job = await jobWithId(jobId)
    newest ??= job
    if (job && job.state !== 'failed') return { newest, shown: job }
  }
  return { newest, shown: newest }
}
