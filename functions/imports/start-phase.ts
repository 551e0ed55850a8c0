import { type Actor, markOf } from '#platform/actor'
import { refuseOtherVersion } from '#platform/audit/plan-change'
import { newJob, newJobWrite, storedJob } from '#platform/jobs/job-store'
import { derivedId } from '#platform/new-id'
import type { World } from '#platform/world'
import type { ImportId } from '#shared/ids'
import type { ImportView } from '#shared/imports'
import { Problem } from '#shared/problems'
import { changeImport } from './change-import.ts'
import { type ImportPhase, importPhases } from './import-states.ts'
import type { Import } from './import-store.ts'
import { judgeMapping } from './set-mapping.ts'
import { standingImport, viewOf } from './start-import.ts'

/** Works out what each row would do, and changes nothing; throws `imports.column_missing`, `imports.not_now`. */
export async function startPreview(world: World, actor: Actor, importId: ImportId): Promise<ImportView> {
  const imported = await standingImport(world, actor, importId)
  judgeMapping(imported.kind, imported.mapping, imported.columns)
  return startPhase(world, actor, { ...imported, jobs: {} }, 'preview')
}

/** Does what the preview showed, and nothing else; throws `imports.rows_refused` when it is all or nothing. */
export async function confirmImport(world: World, actor: Actor, importId: ImportId): Promise<ImportView> {
  const imported = await standingImport(world, actor, importId)
  const { preview: previewId } = imported.jobs
  const preview = previewId ? await storedJob(world.table, previewId) : undefined
  const refused = preview?.verdicts.refused ?? 0
  if (imported.options.isAllOrNothing && refused > 0)
    throw new Problem('imports.rows_refused', { count: refused })
  return startPhase(world, actor, imported, 'apply')
}

/** Takes an import back while nothing was built on it; throws `imports.not_now`. */
export async function undoImport(world: World, actor: Actor, importId: ImportId): Promise<ImportView> {
  const imported = await standingImport(world, actor, importId)
  return startPhase(world, actor, imported, 'undo')
}

/** Puts aside an import that changed nothing yet; asked twice, it stays so. Throws `imports.not_now`,
 * `request.changed_meanwhile`. */
export async function discardImport(
  world: World,
  actor: Actor,
  { importId, baseVersion }: { importId: ImportId; baseVersion: number },
): Promise<ImportView> {
  const imported = await standingImport(world, actor, importId)
  if (imported.state === 'discarded') return viewOf(world, imported)
  refuseOtherVersion(imported.version, baseVersion)
  const applied = imported.jobs.apply ? await storedJob(world.table, imported.jobs.apply) : undefined
  // What was applied in part is not put aside: it goes on, or is mended by another file.
  if (imported.state === 'previewed' && applied && applied.done > 0)
    throw new Problem('imports.applied_in_part', { done: applied.done })
  return viewOf(world, await changeImport(world, actor, imported, { state: 'discarded' }))
}

async function startPhase(
  world: World,
  actor: Actor,
  imported: Import,
  phase: ImportPhase,
): Promise<ImportView> {
  const { importId, version } = imported
  const { during } = importPhases[phase]
  // Asked twice: what was begun goes on.
  if (imported.state === during) return viewOf(world, imported)
  const jobId = derivedId('job', importId, phase, String(version))
  const named = { jobId, kind: `import-${phase}`, family: 'import-phases', input: { importId } }
  const job = newJob({ ...named, asked: '', by: markOf(actor) }, world.clock.now())
  const jobs = { ...imported.jobs, [phase]: jobId }
  return viewOf(
    world,
    await changeImport(world, actor, imported, { state: during, jobs }, [newJobWrite(job)]),
  )
}
