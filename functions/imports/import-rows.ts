import { rowsOfSheet } from '#platform/sheets/read-sheet'
import type { World } from '#platform/world'
import type { RowProblem, RowVerdict } from '#shared/imports'
import { Problem } from '#shared/problems'
import type { Cells } from './cell-rules.ts'
import type { FileKind, RowGroup } from './file-kind.ts'
import { fileKinds } from './file-kinds.ts'
import type { Import } from './import-store.ts'
import { namesOfHeading } from './mapping-rules.ts'
import { importFileKey } from './start-import.ts'

/** Rows between two steps that a successor can go on from. */
const ROWS_A_STEP = 100
/** Rows that stand together; a document that goes on behind them is refused. */
const MOST_ROWS_A_GROUP = 5000

/** The groups of an import's file in steps; a step ends with a group, so the same file has always the same steps. */
export async function* stepsOf(world: World, imported: Import): AsyncGenerator<RowGroup[]> {
  const kind = fileKinds[imported.kind]
  let step: RowGroup[] = []
  let rows = 0
  for await (const group of groupsOf(kind, cellsOf(world, imported))) {
    step.push(group)
    rows += group.rows.length
    if (rows < ROWS_A_STEP) continue
    yield step
    ;[step, rows] = [[], 0]
  }
  if (step.length > 0) yield step
}

/** How many rows an import's file has. */
export async function countRows(world: World, imported: Import): Promise<number> {
  let count = 0
  for await (const _ of cellsOf(world, imported)) count++
  return count
}

/** The last row of a step. */
export function lastRowOfStep(step: readonly RowGroup[]): number {
  const last = step.at(-1)
  return last ? last.first + last.rows.length - 1 : 0
}

/** The rows as they stand in the file, the heading first. */
export function sheetRowsOf(world: World, { importId, form }: Import): AsyncGenerator<string[]> {
  if (!form) throw new Problem('imports.file_missing')
  return rowsOfSheet(() => world.files.read(importFileKey(importId)), form)
}

async function* cellsOf(world: World, imported: Import): AsyncGenerator<Cells> {
  let places: Array<readonly [string, number]> | undefined
  for await (const row of sheetRowsOf(world, imported)) {
    if (places) {
      yield Object.fromEntries(places.map(([key, at]) => [key, row[at] ?? '']))
      continue
    }
    const names = namesOfHeading(row)
    places = Object.entries(imported.mapping).map(([key, name]) => [key, names.indexOf(name)] as const)
  }
}

async function* groupsOf(kind: FileKind, rows: AsyncIterable<Cells>): AsyncGenerator<RowGroup> {
  let group: { first: number; rows: Cells[] } | undefined
  let number = 0
  for await (const cells of rows) {
    number++
    const key = kind.keyOf(cells)
    const goesOn = kind.isGrouped && key !== '' && group?.rows[0] && kind.keyOf(group.rows[0]) === key
    if (group && goesOn && group.rows.length < MOST_ROWS_A_GROUP) {
      group.rows.push(cells)
      continue
    }
    if (group) yield group
    group = { first: number, rows: [cells] }
  }
  if (group) yield group
}

/** A refused group as verdicts of its rows: the faulty ones say what is wrong, the others where that stands. */
export function refusedRows(
  group: RowGroup,
  key: string,
  problems: ReadonlyArray<RowProblem & { at?: number }>,
): RowVerdict[] {
  const firstFault = Math.min(...problems.map(({ at = 0 }) => at))
  return group.rows.map((_, at) => {
    const own = problems
      .filter((problem) => (problem.at ?? 0) === at)
      .map(({ at: _at, ...problem }) => problem)
    const other = { code: 'imports.document_refused', facts: { key, firstRow: group.first + firstFault } }
    return { row: group.first + at, verdict: 'refused', key, problems: own.length > 0 ? own : [other] }
  })
}
