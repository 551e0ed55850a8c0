import type { Actor } from '#platform/actor'
import type { PlannedChange } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { FieldChanges } from '#shared/history'
import type { JobId } from '#shared/ids'
import { Problem } from '#shared/problems'
import {
  type Cells,
  type Columns,
  cellOf,
  inOrderOf,
  type ReadCells,
  type RowProblem,
  readCells,
  type ValuesOf,
} from './cell-rules.ts'
import { type ChangeWrites, commitWrites } from './commit-together.ts'
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
  /** The cells as we write them, where people also write them otherwise. */
  reworded?(rows: readonly Cells[]): Promise<readonly Cells[]>
  /** What is wrong with each row beyond its single cells, by what could be read of them: all of it is told at once. */
  faultsOf?(rows: ReadonlyArray<ReadBeside<Stored, Shape>>): Promise<RowProblem[][]>
  /** From what is stored; the writes hold it to that. */
  plan(values: ValuesOf<Shape>, stored: Stored | undefined): Promise<PlannedChange>
  /** What a row changes beside the object itself. */
  beside?(values: ValuesOf<Shape>, stored: Stored): Promise<FieldChanges>
  /** What else taking these rows writes, in their order. */
  along?(rows: ReadonlyArray<ValuesOf<Shape>>): Promise<ChangeWrites[]>
  /** Removes what the import made; throws a problem when something was built on it. */
  planRemoval(stored: Stored): Promise<ChangeWrites>
  /** True for what `remove` leaves where it cannot take an object away. */
  isRetired?(stored: Stored): boolean
  /** Said of each row that was changed or taken back, by whichever process, before `finish`. */
  noteChanged?(cells: Cells): void
  finish?(actor: Actor): Promise<void>
}

/** What could be read of a row, beside what is there under its key. */
export type ReadBeside<Stored, Shape> = { read: ReadCells<Shape>; stored: Stored | undefined }

/** Makes a kind of file from how its rows are planned. */
export function rowKind<Stored, Shape extends Columns<Stored>>(kind: RowKind<Stored, Shape>): FileKind {
  const { columns, keyOf, parallel, sequenceOf, begin } = kind
  const open: FileKind['open'] = (world, _options, applied) => {
    const work = begin(world, applied)
    const ending = {
      noteChanged: (group: RowGroup) => work.noteChanged?.(cellsOf(group)),
      finish: (actor: Actor) => work.finish?.(actor) ?? Promise.resolve(),
    }
    const plansOf = async (groups: readonly LeftGroup[]) => {
      const stored = await work.stored(groups.map(cellsOf))
      return Promise.all(
        groups.map((group, at) => planReversal(columns, work, group, stored[at]).catch(orNone)),
      )
    }
    return {
      judge: (groups) => judgeRows(world, columns, work, groups.map(cellsOf)),
      undo: {
        areAsLeft: async (groups) => {
          const stored = await work.stored(groups.map(cellsOf))
          return groups.map(({ left }, at) => isAsLeft(work, stored[at], left.version))
        },
        plan: plansOf,
        revert: async (actor, group) => {
          const [plan] = await plansOf([group])
          if (plan) await commitWrites(world, plan(actor))
          return plan !== undefined
        },
        ...ending,
      },
      ...ending,
    }
  }
  return { columns, keyOf, parallel, ...(sequenceOf && { sequenceOf }), open }
}

async function judgeRows<Stored, Shape extends Columns<Stored>>(
  world: World,
  columns: Shape,
  work: RowKindAtWork<Stored, Shape>,
  written: readonly Cells[],
): Promise<Judgement[]> {
  const rows = (await work.reworded?.(written)) ?? written
  const stored = await work.stored(rows)
  const read = rows.map((cells, at) => readCells(columns, cells, stored[at]))
  const readable = read.flatMap((row) => ('values' in row ? [row.values] : []))
  const along = ((await work.along?.(readable)) ?? []).values()
  const faults = await work.faultsOf?.(read.map((row, at) => ({ read: readOf(row), stored: stored[at] })))
  const open = read.map((row, at) => {
    const beside = 'values' in row ? along.next().value : undefined
    const problems = inOrderOf(columns, [...('problems' in row ? row.problems : []), ...(faults?.[at] ?? [])])
    if (problems.length > 0 || !('values' in row)) return { verdict: 'refused', problems } as const
    const again = async () => (await judgeRows(world, columns, work, [rows[at] ?? {}]))[0]
    return judgeRow(world, columns, work, { values: row.values, stored: stored[at], along: beside, again })
  })
  return Promise.all(open)
}

function readOf<Shape>(row: { values: ValuesOf<Shape> } | { read: ReadCells<Shape> }): ReadCells<Shape> {
  return 'values' in row ? row.values : row.read
}

type ReadRow<Stored, Shape> = {
  values: ValuesOf<Shape>
  stored: Stored | undefined
  along: ChangeWrites | undefined
  again(): Promise<Judgement | undefined>
}

async function judgeRow<Stored, Shape extends Columns<Stored>>(
  world: World,
  columns: Shape,
  work: RowKindAtWork<Stored, Shape>,
  { values, stored, along, again }: ReadRow<Stored, Shape>,
): Promise<Judgement> {
  try {
    const plan = await work.plan(values, stored)
    // What was read here is older than what was planned upon: the columns that the file lacks would be put back.
    const newer = isOlder(work, stored, plan) && (await again())
    if (newer) return newer
    const beside = (stored && (await work.beside?.(values, stored))) ?? {}
    const isChanged = plan.verdict === 'unchanged' && Object.keys(beside).length > 0
    const writes: ChangeWrites = (actor) => [...(along?.(actor) ?? []), ...plan.writes(actor)]
    return {
      verdict: isChanged ? 'changed' : plan.verdict,
      changes: stored === undefined ? {} : { ...cellChanges(columns, stored, values), ...beside },
      version: plan.version,
      writes,
      commit: (actor) => commitWrites(world, writes(actor)),
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'request.busy') throw error
    const { column, ...facts } = error.facts
    const place = typeof column === 'string' ? { column } : {}
    return { verdict: 'refused', problems: [{ code: error.code, facts, ...place }] }
  }
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

/** What takes a row back: nothing when that was done already; undefined when something was built on it. */
async function planReversal<Stored, Shape extends Columns<Stored>>(
  columns: Shape,
  work: RowKindAtWork<Stored, Shape>,
  { left }: LeftGroup,
  stored: Stored | undefined,
): Promise<ChangeWrites | undefined> {
  const isNew = left.verdict === 'new'
  if (stored === undefined) return isNew ? () => [] : undefined
  if (isNew && isTakenBack(work, stored, left.version)) return () => []
  if (isNew) return isAsLeft(work, stored, left.version) ? work.planRemoval(stored) : undefined
  const old = Object.entries(left.changes ?? {}).map(([key, { from }]) => [key, String(from ?? '')])
  const read = readCells(columns, Object.fromEntries(old), stored)
  if ('problems' in read) return undefined
  const plan = await work.plan(read.values, stored)
  const isOurs = plan.verdict === 'unchanged' || plan.version === (left.version ?? 0) + 1
  return isOurs ? plan.writes : undefined
}

/** What was built upon cannot be taken back. */
function orNone(error: unknown): undefined {
  if (!(error instanceof Problem) || error.code === 'request.busy') throw error
}

function cellsOf({ rows }: RowGroup): Cells {
  return rows[0] ?? {}
}
