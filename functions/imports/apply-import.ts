import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '#platform/actor'
import { verdictsBetween } from '#platform/jobs/job-store'
import type { RunJob } from '#platform/jobs/run-jobs'
import { sideBySide } from '#platform/side-by-side'
import type { World } from '#platform/world'
import type { JobId } from '#shared/ids'
import type { RowVerdict } from '#shared/imports'
import { Problem } from '#shared/problems'
import { changeImport } from './change-import.ts'
import type { FileKind, Judgement, OpenKind, RowGroup } from './file-kind.ts'
import { fileKinds } from './file-kinds.ts'
import { lastRowOfStep, refusedRows, stepsOf } from './import-rows.ts'
import { importOfJob } from './phase-job.ts'
import { verdictsOf } from './preview-import.ts'

const MOST_TRIES_A_ROW = 20

type Applying = { kind: FileKind; work: OpenKind; actor: Actor; shown: ReadonlyMap<number, RowVerdict> }

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
    if (isDone && !kind.isGathered) continue
    const shown = await shownRows(world, preview, step)
    const rows = await applyStep({ kind, work, actor, shown }, step)
    total = Math.max(total, done)
    isChanged ||= rows.some(({ verdict }) => verdict === 'new' || verdict === 'changed')
    if (!isDone) await keep({ done, total, rows })
  }
  if (isChanged) await work.finish?.(actor)
  await keep({ done: total, total })
  await changeImport(world, actor, imported, { state: 'applied' })
}

/** What the preview showed of the rows of a step. */
async function shownRows(world: World, preview: JobId, step: readonly RowGroup[]) {
  const first = step[0]?.first ?? 1
  const rows = await verdictsBetween(world.table, preview, first, lastRowOfStep(step))
  return new Map(rows.map((row) => [row.row, row]))
}

async function applyStep(applying: Applying, step: readonly RowGroup[]): Promise<RowVerdict[]> {
  const { kind, shown } = applying
  const taken = await takeTogether(
    applying,
    step.filter((group) => mayChange(kind, shown.get(group.first))),
  )
  return step.flatMap((group) => taken.get(group.first) ?? asShown(group, shown))
}

/** Takes groups side by side, but those of one sequence one after the other. */
async function takeTogether(
  applying: Applying,
  groups: readonly RowGroup[],
): Promise<Map<number, RowVerdict[]>> {
  const { kind, work } = applying
  const judged = await work.judge(groups)
  const taken = new Map<number, RowVerdict[]>()
  const sequences = Map.groupBy(groups.keys(), (at) => {
    const [cells = {}] = groups[at]?.rows ?? []
    return kind.sequenceOf?.(cells) || at
  })
  await sideBySide(sequences.values(), kind.parallel, async (places) => {
    for (const [turn, at] of places.entries()) {
      const group = groups[at]
      if (!group) continue
      const judgement = turn === 0 ? judged[at] : (await work.judge([group]))[0]
      taken.set(group.first, await take(applying, group, judgement))
    }
  })
  return taken
}

// What is gathered is put in force whole, so unchanged rows count too.
function mayChange(kind: FileKind, shown: RowVerdict | undefined): boolean {
  return (
    shown?.verdict === 'new' ||
    shown?.verdict === 'changed' ||
    (kind.isGathered === true && shown?.verdict === 'unchanged')
  )
}

function asShown(group: RowGroup, shown: Applying['shown']): RowVerdict[] {
  return group.rows.flatMap((_, at) => shown.get(group.first + at) ?? [])
}

async function take(
  applying: Applying,
  group: RowGroup,
  judged: Judgement | undefined,
): Promise<RowVerdict[]> {
  const { work, actor, shown } = applying
  const before = shown.get(group.first)
  const key = before?.key ?? ''
  for (let tries = 1, judgement = judged; before && judgement; tries++) {
    if (judgement.verdict === 'refused') return refusedRows(group, key, judgement.problems)
    // The work of a process that died before it could say so.
    const isDone = judgement.verdict === 'unchanged' && judgement.version === before.version
    if (isDone) return asShown(group, shown)
    if (!isAsShown(before, judgement))
      return refusedRows(group, key, [{ code: 'imports.changed_since_preview' }])
    try {
      await judgement.commit(actor)
      return verdictsOf(group, key, judgement)
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'request.busy') throw error
      const isRace = error.code === 'accounts.changed_meanwhile' || error.code === 'request.changed_meanwhile'
      if (!isRace || tries >= MOST_TRIES_A_ROW)
        return refusedRows(group, key, [{ code: error.code, facts: error.facts }])
      judgement = (await work.judge([group]))[0]
    }
  }
  return []
}

function isAsShown(shown: RowVerdict, now: Exclude<Judgement, { verdict: 'refused' }>): boolean {
  if (now.verdict !== shown.verdict) return now.verdict === 'unchanged'
  return isDeepStrictEqual(now.changes, shown.verdict === 'changed' ? (shown.changes ?? {}) : now.changes)
}
