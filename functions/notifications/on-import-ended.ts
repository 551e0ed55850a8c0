import { storedImport } from '#imports'
import type { Reaction } from '#platform/events/deliver-events'
import type { Event } from '#platform/events/event-store'
import { storedJob } from '#platform/jobs/job-store'
import { isFieldChange } from '#shared/history'
import { isId } from '#shared/ids'
import type { Text } from '#shared/languages'
import { type Facts, isProblemCode, problemSentence } from '#shared/problems'
import { importFailedTexts } from '#shared/texts/import-failed'
import { noticeOf, tellPeople } from './tell-people.ts'

/** Tells who began an import, in the portal alone, that its preview is there, that it is applied or taken back,
 * or why it came to nothing and what to do. */
export const onImportEnded: Reaction = async (world, event) => {
  const { importId } = event.about
  const personId = event.by.id
  if (!isId('import', importId) || !isId('person', personId)) return
  const { fileName: file, jobs, problem, facts } = await storedImport(world.table, importId)
  const rest = { personIds: [personId], to: `staff/imports/${importId}/` }
  if (event.type === 'import.undone') {
    await tellPeople(world, event, noticeOf('import-undone', { file }, rest))
    return
  }
  if (event.type === 'import.failed') {
    const why = { file, reason: reasonOf(problem, facts), next: nextStepOf(event) }
    await tellPeople(world, event, noticeOf('import-failed', why, rest))
    return
  }
  const isPreview = event.type === 'import.previewed'
  const jobId = isPreview ? jobs.preview : jobs.apply
  const { verdicts = {} } = (jobId && (await storedJob(world.table, jobId))) ?? {}
  const { new: added = 0, changed = 0, refused = 0 } = verdicts
  const counts = { file, new: String(added), changed: String(changed), refused: String(refused) }
  const notice = isPreview
    ? noticeOf('import-previewed', counts, rest)
    : noticeOf('import-applied', counts, rest)
  await tellPeople(world, event, notice)
}

function reasonOf(problem = '', facts: Facts = {}): Text {
  const code = isProblemCode(problem) ? problem : 'server.work_given_up'
  return { zh: problemSentence(code, facts, 'zh'), en: problemSentence(code, facts, 'en') }
}

/** What to do when the phase that an import was in came to nothing. */
function nextStepOf({ change: { state } }: Event): Text {
  const from = isFieldChange(state) ? state.from : undefined
  if (from === 'applying') return importFailedTexts.applying
  return from === 'undoing' ? importFailedTexts.undoing : importFailedTexts.previewing
}
