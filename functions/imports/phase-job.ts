import type { Actor } from '#platform/actor'
import type { Job } from '#platform/jobs/job-store'
import type { World } from '#platform/world'
import { isId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { refuseChangedFile } from './file-digest.ts'
import { storedImport } from './import-store.ts'

/** The import that a job is a phase of, its file as it was read, and who acts: a job acts for who
 * started it, with the rights judged then, and leaves that mark. */
export async function importOfJob(world: World, job: Job) {
  const { importId } = job.input
  if (!isId('import', importId)) throw new Problem('imports.import_not_found')
  const actor: Actor = { kind: 'system', name: 'import', acts: { by: job.by, via: importId } }
  const imported = await storedImport(world.table, importId)
  await refuseChangedFile(world, imported)
  return { imported, actor }
}
