import type { Actor } from '#platform/actor'
import type { PlannedChange } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { FieldChanges } from '#shared/history'
import type { JobId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { type Cells, type Columns, cellOf, readCells, type ValuesOf } from './cell-rules.ts'
import type { FileKind, Judgement, LeftGroup, RowGroup } from './file-kind.ts'

/** A kind of file whose rows are one object each. */
export type RowKind<Stored, Shape extends Columns<Stored>> = {
  columns: Shape
  keyOf(cells: Cells): string
  parallel: number
  sequenceOf?: FileKind['sequenceOf']
  begin(world: World, applied?: JobId): RowKindAtWork<Stored, Shape>
}

export type RowKindAtWork<Stored, Shape> = {
  /** What is there under the keys of these rows. */
  stored(rows: readonly Cells[]): Promise<Array<Stored | undefined>>
  versionOf(stored: Stored): number
  /** From what is stored; the writes hold it to that. */
  plan(values: ValuesOf<Shape>, stored: Stored | undefined): Promise<PlannedChange>
  /** What a row changes beside the object itself. */
  beside?(values: ValuesOf<Shape>, stored: Stored): Promise<FieldChanges>
  /** Hears the values that were committed. */
  committed?(actor: Actor, values: ValuesOf<Shape>): Promise<void>
  /** Removes what the import made; throws a problem when something was built on it. */
  remove(actor: Actor, stored: Stored): Promise<void>
  /** True for what `remove` leaves where it cannot take an object away. */
  isRetired?(stored: Stored): boolean
  finish?(actor: Actor): Promise<void>
}

/** Makes a kind of file from how its rows are planned. */
export function rowKind<Stored, Shape extends Columns<Stored>>(kind: RowKind<Stored, Shape>): FileKind {
  const { columns, keyOf, parallel, sequenceOf, begin } = kind
  const open: FileKind['open'] = (world, _options, applied) => {
    const work = begin(world, applied)
    const finish = work.finish && { finish: (actor: Actor) => work.finish?.(actor) ?? Promise.resolve() }
    return {
      judge: async (groups) => {
        const stored = await work.stored(groups.map(cellsOf))
        return Promise.all(groups.map((group, at) => judgeRow(columns, work, cellsOf(group), stored[at])))
      },
      undo: {
        areAsLeft: async (groups) => {
          const stored = await work.stored(groups.map(cellsOf))
          return groups.map(({ left }, at) => isAsLeft(work, stored[at], left.version))
        },
        revert: (actor, group) => revertRow(columns, work, actor, group),
        ...finish,
      },
      ...finish,
    }
  }
  return { columns, keyOf, parallel, ...(sequenceOf && { sequenceOf }), open }
}

async function judgeRow<Stored, Shape extends Columns<Stored>>(
  columns: Shape,
  work: RowKindAtWork<Stored, Shape>,
  cells: Cells,
  stored: Stored | undefined,
): Promise<Judgement> {
  const read = readCells(columns, cells, stored)
  if ('problems' in read) return { verdict: 'refused', problems: read.problems }
  try {
    const plan = await work.plan(read.values, stored)
    // What was read here is older than what was planned upon: the columns that the file lacks would be put back.
    if (isOlder(work, stored, plan)) return judgeAgain(columns, work, cells)
    const beside = (stored && (await work.beside?.(read.values, stored))) ?? {}
    const isChanged = plan.verdict === 'unchanged' && Object.keys(beside).length > 0
    return {
      verdict: isChanged ? 'changed' : plan.verdict,
      changes: stored === undefined ? {} : { ...cellChanges(columns, stored, read.values), ...beside },
      version: plan.version,
      commit: async (actor) => {
        await plan.commit(actor)
        await work.committed?.(actor, read.values)
      },
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'request.busy') throw error
    const { column, ...facts } = error.facts
    const place = typeof column === 'string' ? { column } : {}
    return { verdict: 'refused', problems: [{ code: error.code, facts, ...place }] }
  }
}

async function judgeAgain<Stored, Shape extends Columns<Stored>>(
  columns: Shape,
  work: RowKindAtWork<Stored, Shape>,
  cells: Cells,
): Promise<Judgement> {
  return judgeRow(columns, work, cells, (await work.stored([cells]))[0])
}

function isOlder<Stored, Shape>(
  work: RowKindAtWork<Stored, Shape>,
  stored: Stored | undefined,
  { verdict, version }: PlannedChange,
): boolean {
  const seen = stored === undefined ? 0 : work.versionOf(stored)
  return seen !== (verdict === 'unchanged' ? version : version - 1)
}

/** Field by field, as the cells of a file would say it. */
function cellChanges<Stored, Shape extends Columns<Stored>>(
  columns: Shape,
  stored: Stored,
  values: ValuesOf<Shape>,
): FieldChanges {
  const changes: FieldChanges = {}
  const found = new Map<string, unknown>(Object.entries(values))
  for (const [key, column] of Object.entries(columns)) {
    if (column.isBeside) continue
    const value = found.get(key)
    const from = cellOf(column, stored)
    const to = value === undefined ? '' : column.codec.write(value)
    if (from !== to) changes[key] = { from, to }
  }
  return changes
}

function isAsLeft<Stored, Shape>(
  work: RowKindAtWork<Stored, Shape>,
  stored: Stored | undefined,
  version: number | undefined,
): boolean {
  return stored !== undefined && work.versionOf(stored) === version
}

/** True when a process that died had taken the object back already. */
function isTakenBack<Stored, Shape>(
  work: RowKindAtWork<Stored, Shape>,
  stored: Stored,
  version: number | undefined,
): boolean {
  return work.isRetired?.(stored) === true && work.versionOf(stored) === (version ?? 0) + 1
}

async function revertRow<Stored, Shape extends Columns<Stored>>(
  columns: Shape,
  work: RowKindAtWork<Stored, Shape>,
  actor: Actor,
  group: LeftGroup,
): Promise<boolean> {
  const { left } = group
  const [stored] = await work.stored([cellsOf(group)])
  if (left.verdict === 'new') {
    if (stored === undefined) return true
    if (isTakenBack(work, stored, left.version)) return true
    if (!isAsLeft(work, stored, left.version)) return false
    await work.remove(actor, stored)
    return true
  }
  if (stored === undefined) return false
  const old = Object.entries(left.changes ?? {}).map(([key, { from }]) => [key, String(from ?? '')])
  const read = readCells(columns, Object.fromEntries(old), stored)
  if ('problems' in read) return false
  const plan = await work.plan(read.values, stored)
  if (plan.verdict === 'unchanged') return true
  if (plan.version !== (left.version ?? 0) + 1) return false
  await plan.commit(actor)
  return true
}

function cellsOf({ rows }: RowGroup): Cells {
  return rows[0] ?? {}
}
