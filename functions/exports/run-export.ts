import type { Job } from '#platform/jobs/job-store'
import type { KeepProgress, RunJob } from '#platform/jobs/run-jobs'
import type { SheetFormat, SheetToWrite } from '#platform/sheets/sheet-to-write'
import { sheetBytes, sheetContentTypes } from '#platform/sheets/write-sheet'
import type { World } from '#platform/world'
import type { Language } from '#shared/languages'
import { businessDateOf } from '#shared/time'

const ROWS_A_STEP = 500

/** The key of an export's file in the file store. */
export function exportFileKey({ jobId, input }: Pick<Job, 'jobId' | 'input'>): string {
  return `exports/${jobId}.${formatOf(input)}`
}

/** What a person keeps the file as: what it holds, and the day on which it was begun. */
export function exportFileName(world: World, { kind, startedAt, input }: Job): string {
  return `${kind.replace('export-', '')}-${businessDateOf(startedAt, world.config.timeZone)}.${formatOf(input)}`
}

/** Makes the table of an export. */
export type MakeSheet = (world: World, job: Job, language: Language) => Promise<SheetToWrite>

/** Makes the run of an export: its rows go into the file one by one, and the file is in place once it is whole. A
 * successor begins anew: nothing but the file is changed. */
export function exportRun(makeSheet: MakeSheet): RunJob {
  return async (world, job, keep) => {
    const language = job.input.language === 'en' ? 'en' : 'zh'
    const format = formatOf(job.input)
    const sheet = await makeSheet(world, job, language)
    const counted = { count: 0 }
    const bytes = sheetBytes(format, { ...sheet, rows: counting(sheet.rows, counted, keep) })
    await world.files.write(exportFileKey(job), bytes, sheetContentTypes[format])
    await keep({ done: counted.count, total: counted.count })
  }
}

async function* counting(
  rows: SheetToWrite['rows'],
  counted: { count: number },
  keep: KeepProgress,
): AsyncGenerator<readonly string[]> {
  for await (const row of rows) {
    yield row
    if (++counted.count % ROWS_A_STEP === 0) await keep({ done: counted.count, total: 0 })
  }
}

function formatOf({ format }: Job['input']): SheetFormat {
  return format === 'xlsx' ? 'xlsx' : 'csv'
}
