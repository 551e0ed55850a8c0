import { verdictsBetween } from '#platform/jobs/job-store'
import type { RunJob } from '#platform/jobs/run-jobs'
import type { World } from '#platform/world'
import type { JobId } from '#shared/ids'
import type { RowVerdict } from '#shared/imports'
import { Problem } from '#shared/problems'
import { changeImport } from './change-import.ts'
import type { FileKind, OpenKind, RowGroup } from './file-kind.ts'
import { fileKinds } from './file-kinds.ts'
import { lastRowOfStep, stepsOf } from './import-rows.ts'
import { importOfJob } from './phase-job.ts'
import { asShown, type Taking, takeRows } from './take-rows.ts'

/** Does what the preview showed. A row whose object changed since is refused; rows that were refused stay out. */
export const applyImport: RunJob = async (world, job, keep) => {
  const { imported, actor } = await importOfJob(world, job)
  if (imported.state !== 'applying') return
  const kind = fileKinds[imported.kind]
  const work = kind.open(world, imported.options, job.jobId)
  const preview = imported.jobs.preview
  if (!preview) throw new Problem('imports.not_now', { state: imported.state })
  let total = job.total
  let isChanged = (job.verdicts.new ?? 0) + (job.verdicts.changed ?? 0) > 0
  for await (const step of stepsOf(world, imported)) {
    const done = lastRowOfStep(step)
    const isDone = done <= job.done
    if (isDone && !kind.isGathered) {
      noteChanged(work, step, await verdictsBetween(world.table, job.jobId, step[0]?.first ?? 1, done))
      continue
    }
    const shown = await shownRows(world, preview, step)
    const rows = await applyStep({ world, kind, work, actor, shown }, step)
    total = Math.max(total, done)
    isChanged = noteChanged(work, step, rows) || isChanged
    if (!isDone) await keep({ done, total, rows })
  }
  if (isChanged) await work.finish?.(actor)
  await keep({ done: total, total })
  await changeImport(world, actor, imported, { state: 'applied' })
}

/** Says which groups were changed; true when one was. */
function noteChanged(work: OpenKind, step: readonly RowGroup[], rows: readonly RowVerdict[]): boolean {
  const changed = rows.filter(({ verdict }) => verdict === 'new' || verdict === 'changed')
  const places = new Set(changed.map(({ row }) => row))
  for (const group of step) if (places.has(group.first)) work.noteChanged?.(group)
  return places.size > 0
}

/** What the preview showed of the rows of a step. */
async function shownRows(world: World, preview: JobId, step: readonly RowGroup[]) {
  const first = step[0]?.first ?? 1
  const rows = await verdictsBetween(world.table, preview, first, lastRowOfStep(step))
  return new Map(rows.map((row) => [row.row, row]))
}

async function applyStep(taking: Taking, step: readonly RowGroup[]): Promise<RowVerdict[]> {
  const { kind, shown } = taking
  const wanted = step.filter((group) => mayChange(kind, shown.get(group.first)))
  const taken = await takeRows(taking, wanted)
  return step.flatMap((group) => taken.get(group.first) ?? asShown(group, shown))
}

// What is gathered is put in force whole, so unchanged rows count too.
function mayChange(kind: FileKind, shown: RowVerdict | undefined): boolean {
  return (
    shown?.verdict === 'new' ||
    shown?.verdict === 'changed' ||
    (kind.isGathered === true && shown?.verdict === 'unchanged')
  )
}
