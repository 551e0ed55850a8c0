import type { Actor } from '#platform/actor'
import { type Job, storedJob, verdictsFrom } from '#platform/jobs/job-store'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { ImportId } from '#shared/ids'
import type { RowProblem, RowVerdict } from '#shared/imports'
import type { Language } from '#shared/languages'
import type { Page, PageQuery } from '#shared/paging'
import { isProblemCode, problemSentence } from '#shared/problems'
import type { Columns } from './cell-rules.ts'
import { fileKinds } from './file-kinds.ts'
import type { Import } from './import-store.ts'
import { ownImport } from './own-import.ts'
import { jobsOf } from './start-import.ts'

const CHUNKS_A_READ = 20
/** Reads for one page before it is answered shorter, with a cursor to go on from. */
const MOST_READS = 10

type Asked = PageQuery & { importId: ImportId; verdict?: RowVerdict['verdict']; language: Language }

/** What the newest phase says of each row, or of those with one verdict; a page may hold fewer than `limit`. Every
 * refusal comes with a sentence that says how to mend it. Throws `imports.import_not_found`. */
export async function listVerdicts(world: World, actor: Actor, asked: Asked): Promise<Page<RowVerdict>> {
  return verdictsOf(world, await ownImport(world, actor, asked.importId), asked)
}

/** The same for work whose rights were judged when it was begun. */
export async function verdictsOf(world: World, imported: Import, asked: Asked): Promise<Page<RowVerdict>> {
  const { limit, cursor, verdict, language } = asked
  const { shown } = await jobsOf(world, imported)
  if (!shown) return { items: [] }
  const { jobId } = shown
  const question = `verdicts ${jobId} ${verdict ?? ''}`
  const { secret } = world.config
  const items: RowVerdict[] = []
  let next: number | undefined = Number(keyWithinCursor(cursor, question, secret)?.row ?? 1)
  for (let reads = 0; next !== undefined && items.length < limit && reads < MOST_READS; reads++) {
    const read = await verdictsFrom(world.table, jobId, next, CHUNKS_A_READ)
    const fitting = read.rows.filter((row) => !verdict || row.verdict === verdict)
    const taken = fitting.slice(0, limit - items.length)
    items.push(...taken)
    next = taken.length < fitting.length ? (taken.at(-1)?.row ?? next - 1) + 1 : read.next
  }
  const worded = items.map((item) => wordedRow(item, imported, language))
  const last = next === undefined ? undefined : { row: next }
  return { items: worded, nextCursor: cursorFrom(last, question, secret) }
}

/** The refused rows of the newest preview or application, one after the other. */
export async function* refusedRowsOf(world: World, imported: Import): AsyncGenerator<RowVerdict> {
  const jobId = imported.jobs.apply ?? imported.jobs.preview
  const job: Job | undefined = jobId && (await storedJob(world.table, jobId))
  if (!jobId || !job?.verdicts.refused) return
  let next: number | undefined = 1
  while (next !== undefined) {
    const read = await verdictsFrom(world.table, jobId, next, CHUNKS_A_READ)
    yield* read.rows.filter(({ verdict }) => verdict === 'refused')
    next = read.next
  }
}

/** A row's verdict with its sentences in one language; columns are called as the file calls them. */
export function wordedRow(row: RowVerdict, { kind, mapping }: Import, language: Language): RowVerdict {
  const columns: Columns<never> = fileKinds[kind].columns
  const worded = (problems: RowProblem[]) =>
    problems.map((problem) => {
      const { code, column = '', facts } = problem
      const named = { ...facts, column: mapping[column] ?? columns[column]?.title[language] ?? column }
      return isProblemCode(code) ? { ...problem, message: problemSentence(code, named, language) } : problem
    })
  const { problems, notes } = row
  return { ...row, ...(problems && { problems: worded(problems) }), ...(notes && { notes: worded(notes) }) }
}
