import { numberedRowsOfSheet } from '#platform/sheets/read-sheet'
import type { SheetRow } from '#platform/sheets/sheet-form'
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
export function sheetRowsOf(world: World, { importId, form }: Import): AsyncGenerator<SheetRow> {
  if (!form) throw new Problem('imports.file_missing')
  return numberedRowsOfSheet(() => world.files.read(importFileKey(importId)), form)
}

type NumberedCells = { line: number; cells: Cells }

async function* cellsOf(world: World, imported: Import): AsyncGenerator<NumberedCells> {
  let places: Array<readonly [string, number]> | undefined
  for await (const { line, cells } of sheetRowsOf(world, imported)) {
    if (places) {
      yield { line, cells: Object.fromEntries(places.map(([key, at]) => [key, cells[at] ?? ''])) }
      continue
    }
    const names = namesOfHeading(cells)
    places = Object.entries(imported.mapping).map(([key, name]) => [key, names.indexOf(name)] as const)
  }
}

async function* groupsOf(kind: FileKind, rows: AsyncIterable<NumberedCells>): AsyncGenerator<RowGroup> {
  let group: { first: number; lines: [number, ...number[]]; rows: Cells[] } | undefined
  let number = 0
  for await (const { line, cells } of rows) {
    number++
    const key = kind.keyOf(cells)
    const goesOn = kind.isGrouped && key !== '' && group?.rows[0] && kind.keyOf(group.rows[0]) === key
    if (group && goesOn && group.rows.length < MOST_ROWS_A_GROUP) {
      group.rows.push(cells)
      group.lines.push(line)
      continue
    }
    if (group) yield group
    group = { first: number, lines: [line], rows: [cells] }
  }
  if (group) yield group
}

/** Where each row of a group stands. */
export function placesOf({ first, lines }: RowGroup): Array<Pick<RowVerdict, 'row' | 'line'>> {
  return lines.map((line, at) => ({ row: first + at, line }))
}

/** A refused group as verdicts of its rows: the faulty ones say what is wrong, the others where that stands. */
export function refusedRows(
  group: RowGroup,
  key: string,
  problems: ReadonlyArray<RowProblem & { at?: number }>,
): RowVerdict[] {
  const firstFault = Math.min(...problems.map(({ at = 0 }) => at))
  const firstRow = group.lines[firstFault] ?? group.lines[0]
  const other = { code: 'imports.document_refused', facts: { key, firstRow } }
  return placesOf(group).map((place, at) => {
    const own = problems
      .filter((problem) => (problem.at ?? 0) === at)
      .map(({ at: _at, ...problem }) => problem)
    return { ...place, verdict: 'refused', key, problems: own.length > 0 ? own : [other] }
  })
}
