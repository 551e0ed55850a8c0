import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { Job } from '#platform/jobs/job-store'
import type { RunJob } from '#platform/jobs/run-jobs'
import type { World } from '#platform/world'
import type { RowVerdict } from '#shared/imports'
import { Problem } from '#shared/problems'
import type { Row } from './read-fields.ts'

const ROWS_A_STEP = 50
const MOST_TRIES_A_ROW = 20

/** What became of a row: its key in the file, and the verdict. */
export type RowResult = { key: string; verdict: RowVerdict['verdict'] }

/** How rows of one kind of file are taken in. */
export type RowImport = {
  required: readonly string[]
  /** How many rows may be under way at once. */
  parallel: number
  take(world: World, row: Row): Promise<RowResult>
  /** After the last row, once or more often. */
  finish?(world: World): Promise<void>
}

/** The key of an import's file in the file store. */
export function importFileKey(jobId: string): string {
  return `imports/${jobId}.csv`
}

/** Makes the run of an import from what takes its rows. `begin` starts afresh for each process that takes the job up;
 * rows that an earlier one has done are passed over, or handed to `again` where every row counts to the end. */
export function importRun(
  begin: (world: World, by: Job['by']) => RowImport & { again?: RowImport['take'] },
): RunJob {
  return async (world, job, keep) => {
    const { again, ...rows } = begin(world, job.by)
    let total = 0
    for await (const chunk of chunksOf(world, job.jobId, rows.required)) total += chunk.length
    let done = 0
    for await (const chunk of chunksOf(world, job.jobId, rows.required)) {
      const first = done + 1
      done += chunk.length
      if (done <= job.done) {
        if (again) for (const row of chunk) await again(world, row).catch(ignoreProblem)
        continue
      }
      await keep({ done, total, rows: await takeChunk(world, rows, chunk, first) })
    }
    await rows.finish?.(world)
    await keep({ done, total })
  }
}

async function* chunksOf(world: World, jobId: string, required: readonly string[]): AsyncGenerator<Row[]> {
  const body = await world.files.read(importFileKey(jobId))
  if (!body) throw new Problem('imports.file_missing')
  const parser = parse({
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim()),
    relax_column_count: true,
    skip_empty_lines: true,
  })
  Readable.fromWeb(body).pipe(parser)
  let chunk: Row[] = []
  let isFirst = true
  for await (const row of parser) {
    if (isFirst) refuseMissingColumns(row, required)
    isFirst = false
    chunk.push(row)
    if (chunk.length < ROWS_A_STEP) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

function refuseMissingColumns(row: Row, required: readonly string[]): void {
  const missing = required.filter((column) => row[column] === undefined)
  if (missing.length > 0) throw new Problem('imports.column_missing', { columns: missing.join(', ') })
}

async function takeChunk(
  world: World,
  rows: RowImport,
  chunk: readonly Row[],
  first: number,
): Promise<RowVerdict[]> {
  const verdicts: RowVerdict[] = []
  for (let start = 0; start < chunk.length; start += rows.parallel) {
    const part = chunk.slice(start, start + rows.parallel)
    const taken = part.map((row, at) => takeRow(world, rows, row, first + start + at))
    verdicts.push(...(await Promise.all(taken)))
  }
  return verdicts
}

async function takeRow(world: World, rows: RowImport, row: Row, number: number): Promise<RowVerdict> {
  for (let tries = 1; ; tries++) {
    try {
      return { row: number, ...(await rows.take(world, row)) }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const isRace = error.code === 'accounts.changed_meanwhile' || error.code === 'request.changed_meanwhile'
      if (isRace && tries < MOST_TRIES_A_ROW) continue
      if (error.code === 'request.busy') throw error
      const key = row.code ?? row.product ?? ''
      return { row: number, verdict: 'refused', key, code: error.code, facts: { ...error.facts } }
    }
  }
}

function ignoreProblem(error: unknown): void {
  if (!(error instanceof Problem)) throw error
}
