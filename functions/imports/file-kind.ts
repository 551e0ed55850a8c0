import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { FieldChanges } from '#shared/history'
import type { JobId } from '#shared/ids'
import type { ImportOptions, RowVerdict } from '#shared/imports'
import type { Cells, Columns, RowProblem } from './cell-rules.ts'
import type { ChangeWrites } from './commit-together.ts'

/** Rows of a file that stand or fall together; `first` counts what is not blank from 1 after the heading, `lines` are their
 * rows as a spreadsheet program numbers them. */
export type RowGroup = { first: number; lines: readonly [number, ...number[]]; rows: readonly Cells[] }

/** What taking a group would do, and how to do it. A problem names the row of the group it stands in. */
export type Judgement =
  | {
      verdict: 'new' | 'changed' | 'unchanged'
      changes: FieldChanges
      notes?: RowProblem[]
      /** Of the object, once taken. */
      version: number
      commit(actor: Actor): Promise<void>
      /** The same, to be committed together with other rows; missing where a row must be taken by itself. */
      writes?: ChangeWrites
    }
  | { verdict: 'refused'; problems: Array<RowProblem & { at?: number }> }

/** A kind of file at work in one process. */
export type OpenKind = {
  judge(groups: readonly RowGroup[]): Promise<Judgement[]>
  /** Said of each group that the import changed, by whichever process, before `finish`. */
  noteChanged?(group: RowGroup): void
  /** After the last row, once or more often. */
  finish?(actor: Actor): Promise<void>
  undo: Undo
}

/** How an import of this kind is taken back, group by group. */
export type Undo = {
  /** True for each group whose object still is as the import left it. */
  areAsLeft(groups: readonly LeftGroup[]): Promise<boolean[]>
  /** The writes that take groups back, to be committed together; undefined where one must be taken back by itself. */
  plan?(groups: readonly LeftGroup[]): Promise<Array<ChangeWrites | undefined>>
  /** Takes a group back; true as well when that was done already. False when something was built on it. */
  revert(actor: Actor, group: LeftGroup): Promise<boolean>
  /** Said of each group that was taken back, by whichever process, before `finish`. */
  noteChanged?(group: RowGroup): void
  finish?(actor: Actor): Promise<void>
}

/** A group with what the import made of it. */
export type LeftGroup = RowGroup & { left: RowVerdict }

/** A kind of file. */
export type FileKind = {
  columns: Columns<never>
  /** What names the object of a row, for people, and within one file. */
  keyOf(cells: Cells): string
  /** Rows with the same key in a row are one group. */
  isGrouped?: true
  /** How many groups may be under way at once. */
  parallel: number
  /** Groups with the same text here are taken one after the other, in the order of the file. */
  sequenceOf?(cells: Cells): string
  /** Nothing is in force before `finish`, so every row is judged and committed again by a successor. */
  isGathered?: true
  /** `applied` is the job that applies, or applied, the file. */
  open(world: World, options: ImportOptions, applied?: JobId): OpenKind
}
