import type { Actor } from '#platform/actor'
import { verdictsBetween } from '#platform/jobs/job-store'
import type { RunJob } from '#platform/jobs/run-jobs'
import { sideBySide } from '#platform/side-by-side'
import type { World } from '#platform/world'
import type { RowVerdict } from '#shared/imports'
import { Problem } from '#shared/problems'
import { changeImport } from './change-import.ts'
import { commitTogether } from './commit-together.ts'
import type { LeftGroup, Undo } from './file-kind.ts'
import { fileKinds } from './file-kinds.ts'
import { lastRowOfStep, placesOf, stepsOf } from './import-rows.ts'
import type { Import } from './import-store.ts'
import { importOfJob } from './phase-job.ts'

/** Of what was built upon, as many are named. */
const MOST_KEYS_TOLD = 50

type Undoing = { undo: Undo; parallel: number }

/** Takes an import back: looks at every row first, and changes nothing when something was built on one of them. */
export const undoImport: RunJob = async (world, job, keep) => {
  const { imported, actor } = await importOfJob(world, job)
  if (imported.state !== 'undoing') return
  const { open, parallel } = fileKinds[imported.kind]
  const { undo } = open(world, imported.options, imported.jobs.apply)
  // A total says that the look is over, and that all was as the import left it.
  const total = job.total || (await lookAtAll(world, imported, undo))
  if (!job.total) await keep({ done: 0, total })
  for await (const { first, done, groups, others } of leftSteps(world, imported)) {
    const isDone = done <= job.done
    const rows = isDone
      ? await verdictsBetween(world.table, job.jobId, first, done)
      : inOrder([...(await revertStep(world, actor, { undo, parallel }, groups)), ...others])
    const undone = new Set(rows.flatMap(({ row, verdict }) => (verdict === 'undone' ? [row] : [])))
    for (const group of groups) if (undone.has(group.first)) undo.noteChanged?.(group)
    if (!isDone) await keep({ done, total, rows })
  }
  await undo.finish?.(actor)
  await keep({ done: total, total })
  await changeImport(world, actor, imported, { state: 'undone' })
}

/** How many rows the file has; throws `imports.built_upon` with how many changed since. */
async function lookAtAll(world: World, imported: Import, undo: Undo): Promise<number> {
  let [last, count] = [1, 0]
  const keys: string[] = []
  for await (const { done, groups } of leftSteps(world, imported)) {
    const asLeft = await undo.areAsLeft(groups)
    const changed = groups.filter((_, at) => asLeft[at] === false)
    keys.push(...changed.slice(0, MOST_KEYS_TOLD - keys.length).map(({ left }) => left.key))
    count += changed.length
    last = done
  }
  if (count > 0) throw new Problem('imports.built_upon', { count, key: keys[0], keys })
  return last
}

function inOrder(rows: readonly RowVerdict[]): RowVerdict[] {
  return rows.toSorted((left, right) => left.row - right.row)
}

/** The groups that the import changed, and the other rows as it left them: refused, or unchanged. */
type LeftStep = { first: number; done: number; groups: LeftGroup[]; others: RowVerdict[] }

async function* leftSteps(world: World, imported: Import): AsyncGenerator<LeftStep> {
  const { apply } = imported.jobs
  if (!apply) return
  for await (const step of stepsOf(world, imported)) {
    const done = lastRowOfStep(step)
    const first = step[0]?.first ?? 1
    const rows = await verdictsBetween(world.table, apply, first, done)
    const byRow = new Map(rows.map((row) => [row.row, row]))
    const groups = step.flatMap((group) => {
      const left = byRow.get(group.first)
      return left && isOfImport(left) ? [{ ...group, left }] : []
    })
    yield { first, done, groups, others: rows.filter((row) => !isOfImport(row)) }
  }
}

function isOfImport({ verdict }: RowVerdict): boolean {
  return verdict === 'new' || verdict === 'changed'
}

async function revertStep(
  world: World,
  actor: Actor,
  { undo, parallel }: Undoing,
  groups: readonly LeftGroup[],
): Promise<RowVerdict[]> {
  const plans = (await undo.plan?.(groups)) ?? []
  const planned = groups.flatMap((group, at) => (plans[at] ? [{ group, writes: plans[at] }] : []))
  const changes = planned.map(({ writes }) => writes)
  const made = await commitTogether(world, actor, changes, parallel)
  const reverted = new Set(planned.flatMap(({ group }, at) => (made[at] ? [group] : [])))
  const open = groups.filter((group) => !reverted.has(group))
  await sideBySide(open, parallel, async (group) => {
    if (await isReverted(actor, undo, group)) reverted.add(group)
  })
  return groups.flatMap((group) => {
    const verdict = reverted.has(group) ? 'undone' : 'kept'
    return placesOf(group).map((place) => ({ ...place, verdict, key: group.left.key }) as const)
  })
}

async function isReverted(actor: Actor, undo: Undo, group: LeftGroup): Promise<boolean> {
  try {
    return await undo.revert(actor, group)
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'request.busy') throw error
    return false
  }
}
