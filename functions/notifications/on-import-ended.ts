import { storedImport } from '#imports'
import type { Reaction } from '#platform/events/deliver-events'
import { storedJob } from '#platform/jobs/job-store'
import { isId } from '#shared/ids'
import { noticeOf, tellPeople } from './tell-people.ts'

/** Tells who began an import, in the portal alone, that its preview is there, or that it is applied or taken back. */
export const onImportEnded: Reaction = async (world, event) => {
  const { importId } = event.about
  const personId = event.by.id
  if (!isId('import', importId) || !isId('person', personId)) return
  const { fileName: file, jobs } = await storedImport(world.table, importId)
  const rest = { personIds: [personId], to: `staff/imports/${importId}/` }
  if (event.type === 'import.undone') {
    await tellPeople(world, event, noticeOf('import-undone', { file }, rest))
    return
  }
  const isPreview = event.type === 'import.previewed'
  const jobId = isPreview ? jobs.preview : jobs.apply
  const { verdicts = {} } = (jobId && (await storedJob(world.table, jobId))) ?? {}
  const { new: added = 0, changed = 0, refused = 0 } = verdicts
  const facts = { file, new: String(added), changed: String(changed), refused: String(refused) }
  const notice = isPreview
    ? noticeOf('import-previewed', facts, rest)
    : noticeOf('import-applied', facts, rest)
  await tellPeople(world, event, notice)
}
