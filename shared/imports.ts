import * as z from 'zod'
import { pageOf } from './paging.ts'

export const importKinds = ['customers', 'products', 'prices', 'limits'] as const
export type ImportKind = (typeof importKinds)[number]

export const StartImport = z
  .object({ kind: z.enum(importKinds), fileName: z.string().min(1).max(200) })
  .meta({ id: 'StartImport' })
export type StartImport = z.infer<typeof StartImport>

export const jobStateNames = ['waiting', 'running', 'done', 'failed'] as const

/** A long work with its progress. `done` and `total` count rows; `total` is 0 until known. */
export const JobView = z
  .object({
    jobId: z.string(),
    kind: z.string(),
    state: z.enum(jobStateNames),
    done: z.number().int(),
    total: z.number().int(),
    verdicts: z.record(z.string(), z.number().int()),
    problem: z.string().optional(),
    facts: z.record(z.string(), z.unknown()).optional().describe('What the sentence of the problem says.'),
    startedAt: z.string(),
  })
  .meta({ id: 'Job' })
export type JobView = z.infer<typeof JobView>

export const StartedImport = z.object({ job: JobView, uploadUrl: z.string() }).meta({ id: 'StartedImport' })

const rowVerdicts = ['new', 'changed', 'unchanged', 'refused'] as const

/** What became of one row of a file; `row` counts from 1 after the heading. */
export const RowVerdict = z
  .object({
    row: z.number().int(),
    verdict: z.enum(rowVerdicts),
    key: z.string(),
    code: z.string().optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    message: z.string().optional(),
  })
  .meta({ id: 'RowVerdict' })
export type RowVerdict = z.infer<typeof RowVerdict>
export const RowVerdictPage = pageOf(RowVerdict).meta({ id: 'RowVerdictPage' })
