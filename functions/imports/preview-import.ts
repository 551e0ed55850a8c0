import type { RunJob } from '#platform/jobs/run-jobs'
import type { RowVerdict } from '#shared/imports'
import { changeImport } from './change-import.ts'
import type { FileKind, Judgement, OpenKind, RowGroup } from './file-kind.ts'
import { fileKinds } from './file-kinds.ts'
import { countRows, lastRowOfStep, placesOf, refusedRows, stepsOf } from './import-rows.ts'
import { importOfJob } from './phase-job.ts'

/** Judges every row and changes nothing. What an earlier process has judged is passed over. */
export const previewImport: RunJob = async (world, job, keep) => {
  const { imported, actor } = await importOfJob(world, job)
  // A process that died after its last step has left nothing but the end of the job.
  if (imported.state !== 'previewing') return
  const kind = fileKinds[imported.kind]
  const work = kind.open(world, imported.options)
  const total = job.total || (await countRows(world, imported))
  const seen = new Map<string, number>()
  for await (const step of stepsOf(world, imported)) {
    const repeated = repeatedRows(kind, step, seen)
    const done = lastRowOfStep(step)
    if (done <= job.done) continue
    await keep({ done, total, rows: await previewStep(kind, work, step, repeated) })
  }
  await changeImport(world, actor, imported, { state: 'previewed' })
}

/** For each group whose key stood in the file before: the row of the file where it did. */
function repeatedRows(kind: FileKind, step: readonly RowGroup[], seen: Map<string, number>) {
  return step.map(({ lines: [line], rows: [cells = {}] }) => {
    const key = kind.keyOf(cells)
    const before = key === '' ? undefined : seen.get(key)
    if (key !== '' && before === undefined) seen.set(key, line)
    return before
  })
}

async function previewStep(
  kind: FileKind,
  work: OpenKind,
  step: readonly RowGroup[],
  repeated: ReadonlyArray<number | undefined>,
): Promise<RowVerdict[]> {
  const fresh = step.filter((_, at) => repeated[at] === undefined)
  const judged = await work.judge(fresh)
  const judgements = new Map(fresh.map((group, at) => [group.first, judged[at]]))
  return step.flatMap((group, at) => {
    const firstRow = repeated[at]
    const key = kind.keyOf(group.rows[0] ?? {})
    const code = kind.isGrouped ? 'imports.document_split' : 'imports.key_repeated'
    if (firstRow !== undefined) return refusedRows(group, key, [{ code, facts: { key, firstRow } }])
    return verdictsOf(group, key, judgements.get(group.first))
  })
}

/** A judgement as the verdicts of the rows of its group. */
export function verdictsOf(group: RowGroup, key: string, judgement: Judgement | undefined): RowVerdict[] {
  if (!judgement) return []
  if (judgement.verdict === 'refused') return refusedRows(group, key, judgement.problems)
  const { verdict, changes, notes = [], version } = judgement
  return placesOf(group).map((place, at) => ({
    ...place,
    verdict,
    key,
    ...(verdict !== 'unchanged' && { version }),
    ...(verdict === 'changed' && { changes }),
    ...(at === 0 && notes.length > 0 && { notes }),
  }))
}
