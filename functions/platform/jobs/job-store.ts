// Jobs as items: what is asked, how far it came, and who holds it until when.
import * as z from 'zod'
import { bareId, idOf, type JobId } from '#shared/ids'
import { jobStateNames, RowVerdict } from '#shared/imports'
import type { Instant } from '#shared/time'
import { indexKeyOf, type Key, keyOf } from '../storage/access-pattern.ts'
import type { Table } from '../storage/dynamo-table.ts'
import { type Item, itemKind } from '../storage/item-kind.ts'
import { ActorMarkField, InstantField } from '../storage/stored-fields.ts'
import { Refused, type Write } from '../storage/write.ts'
import { jobPatterns } from './access-patterns.ts'

const MOST_CHUNK_BYTES = 150_000
const MOST_CHUNK_ROWS = 200

const jobKind = itemKind(
  'job',
  1,
  z.object({
    jobId: z.templateLiteral(['job_', z.string()]),
    /** What runs it: a name in the entry's list of jobs. */
    kind: z.string(),
    /** Under which list it stands. */
    family: z.string(),
    input: z.record(z.string(), z.string()),
    /** Fingerprint of the request that made it. */
    asked: z.string(),
    by: ActorMarkField,
    state: z.enum(jobStateNames),
    startedAt: InstantField,
    /** Where a successor goes on: rows done of all rows. */
    done: z.number().int(),
    total: z.number().int(),
    verdicts: z.record(z.string(), z.number().int()),
    /** Behind what a successor goes on, where rows have no numbers. */
    position: z.string().optional(),
    problem: z.string().optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    tries: z.number().int(),
    owner: z.string().optional(),
    heldUntil: InstantField.optional(),
  }),
)
export type Job = ReturnType<(typeof jobKind)['read']>

// One text instead of a tree of attributes: a hundred thousand rows are written and read as often as there are phases.
const verdictsKind = itemKind('job-verdicts', 3, z.object({ rows: z.string() }), {
  1: (item) => ({ ...item, rows: JSON.stringify(item.rows) }),
  // Those of before blank rows were counted.
  2: (item) => ({ ...item, rows: JSON.stringify(RowsBefore.parse(item.rows).map(belowHeading)) }),
})
const RowsBefore = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(z.looseObject({ row: z.number() })))

function belowHeading(verdict: { row: number }) {
  return { ...verdict, line: verdict.row + 1 }
}
const StoredVerdicts = z.array(RowVerdict)

function rowsWithin(item: Item): RowVerdict[] {
  return StoredVerdicts.parse(JSON.parse(verdictsKind.read(item).rows))
}

export function jobKey(jobId: JobId): Key {
  return keyOf(jobPatterns.job, { jobId: bareId(jobId) })
}

export async function storedJob(table: Table, jobId: JobId): Promise<Job | undefined> {
  return jobKind.readMaybe(await table.get(jobKey(jobId), { isStrong: true }))
}

/** The jobs with these ids that there are, by id. */
export async function storedJobs(table: Table, jobIds: readonly JobId[]): Promise<Map<JobId, Job>> {
  const items = await table.getMany([...new Set(jobIds)].map(jobKey), { isStrong: true })
  return new Map(
    items.flatMap((item) => {
      const job = jobKind.readMaybe(item)
      return job ? [[job.jobId, job] as const] : []
    }),
  )
}

/** A job of which nothing is done yet. It runs at once unless it is to wait for its start. */
export function newJob(
  asked: Pick<Job, 'jobId' | 'kind' | 'family' | 'input' | 'asked' | 'by'>,
  startedAt: Instant,
  state: 'running' | 'waiting' = 'running',
): Job {
  return { ...asked, state, startedAt, done: 0, total: 0, verdicts: {}, tries: 0 }
}

/** Puts a new job: one that waits for its start, or one that may be run at once. */
export function newJobWrite(job: Job): Write {
  return {
    put: {
      ...jobKind.write(job),
      ...(job.state === 'running' && runnableKey(job.jobId)),
      card: { kind: job.kind },
      ...jobKey(job.jobId),
    },
    when: { absent: true },
  }
}

/** Lets a waiting job run; letting it run again changes nothing. */
export async function makeRunnable(table: Table, jobId: JobId): Promise<void> {
  const runnable = runnableKey(jobId)
  try {
    const when = { equals: { state: 'waiting' } }
    await table.commit([{ update: jobKey(jobId), change: { set: { ...runnable, state: 'running' } }, when }])
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

/** Lets a job that is over run again from where it stands; one that still runs stays as it is. */
export async function runAgain(table: Table, { jobId, state }: Pick<Job, 'jobId' | 'state'>): Promise<void> {
  if (state !== 'failed' && state !== 'done') return
  const set = { ...runnableKey(jobId), state: 'running', tries: 0 }
  try {
    const when = { equals: { state } }
    await table.commit([{ update: jobKey(jobId), change: { set, remove: ['problem', 'facts'] }, when }])
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

const CardField = z.object({ kind: z.string() })

function runnableKey(jobId: JobId) {
  return indexKeyOf(jobPatterns.runnableJobs, { jobId: bareId(jobId) })
}

/** The jobs that wait to be run or to be taken over, with their kinds. */
export async function runnableJobs(table: Table): Promise<Array<{ jobId: JobId; kind: string }>> {
  const items = await table.queryAll(jobPatterns.runnableJobs, {})
  return items.map((item) => ({
    jobId: idOf('job', String(item.gsi2sk)),
    kind: CardField.parse(item.card).kind,
  }))
}

/** Takes a job that no one holds at `now`; undefined when someone does, or it is over. */
export async function takeJob(
  table: Table,
  jobId: JobId,
  owner: string,
  now: Instant,
  until: Instant,
): Promise<Job | undefined> {
  const job = await storedJob(table, jobId)
  const isHeld = job?.heldUntil !== undefined && job.heldUntil > now && job.owner !== owner
  if (job?.state !== 'running' || isHeld) return undefined
  const held = { owner, heldUntil: until, tries: job.tries + 1 }
  try {
    const when = { equals: { state: 'running', tries: job.tries, done: job.done } }
    await table.commit([{ update: jobKey(jobId), change: { set: held }, when }])
    return { ...job, ...held }
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

/** How far a job came, for whoever goes on with it. */
export type JobStep = {
  done: number
  total: number
  verdicts: Job['verdicts']
  position?: string
  rows?: RowVerdict[]
  heldUntil: Instant
}

/** Keeps a step of a job that is still ours; throws `Refused` when another process has taken it over. */
export async function keepStep(table: Table, job: Job, step: JobStep): Promise<void> {
  const { rows, ...set } = step
  const progress: Write = {
    update: jobKey(job.jobId),
    change: { set: { ...set, tries: 0 } },
    when: { equals: { owner: job.owner, state: 'running' } },
  }
  await table.commit([progress, ...chunksOf(rows ?? []).map((chunk) => verdictsWrite(job.jobId, chunk))])
}

/** Holds a job that is still ours until then, without a step; throws `Refused` when another process has taken it over. */
export async function renewHold(table: Table, { jobId, owner }: Job, heldUntil: Instant): Promise<void> {
  const when = { equals: { owner, state: 'running' } }
  await table.commit([{ update: jobKey(jobId), change: { set: { heldUntil } }, when }])
}

function verdictsWrite(jobId: JobId, rows: RowVerdict[]): Write {
  const key = keyOf(jobPatterns.verdicts, { jobId: bareId(jobId), firstRow: placeOfRow(rows[0]?.row ?? 0) })
  return { put: { ...verdictsKind.write({ rows: JSON.stringify(rows) }), ...key } }
}

/** As many rows a chunk as keep its item well below 400 KB. */
function chunksOf(rows: readonly RowVerdict[]): RowVerdict[][] {
  const chunks: RowVerdict[][] = []
  let bytes = MOST_CHUNK_BYTES
  for (const row of rows) {
    bytes += Buffer.byteLength(JSON.stringify(row))
    if (bytes > MOST_CHUNK_BYTES || (chunks.at(-1)?.length ?? 0) >= MOST_CHUNK_ROWS) {
      chunks.push([])
      bytes = 0
    }
    chunks.at(-1)?.push(row)
  }
  return chunks
}

function placeOfRow(row: number): string {
  return String(row).padStart(8, '0')
}

/** Ends a job that is still ours, with the event that says so where there is one. */
export async function endJob(
  table: Table,
  job: Job,
  end: Pick<Job, 'problem' | 'facts'> & { state: 'done' | 'failed' },
  event?: Write,
): Promise<void> {
  const change = { set: { ...end }, remove: ['gsi2pk', 'gsi2sk', 'owner', 'heldUntil'] }
  const when = { equals: { owner: job.owner, state: 'running' } }
  const ending: Write = { update: jobKey(job.jobId), change, when }
  await (event ? table.commit([ending, event], event) : table.commit([ending]))
}

/** A page of a job's verdicts, chunk by chunk: the rows from `first` on, as many as a few reads bring. `next` is the row
 * to go on with; undefined at the end. */
export async function verdictsFrom(
  table: Table,
  jobId: JobId,
  first: number,
  chunks: number,
): Promise<{ rows: RowVerdict[]; next?: number }> {
  const parts = { jobId: bareId(jobId) }
  // A chunk starts at or before the row it holds: the last one that does, then those behind it.
  const before = await table.query(jobPatterns.verdicts, parts, {
    to: placeOfRow(first),
    descending: true,
    limit: 1,
  })
  const [head] = before.items
  const rest = await table.query(jobPatterns.verdicts, parts, { from: placeOfRow(first + 1), limit: chunks })
  const rows = [...(head ? [head] : []), ...rest.items].flatMap(rowsWithin)
  const last = rows.at(-1)?.row
  return {
    rows: rows.filter(({ row }) => row >= first),
    ...(rest.last && last !== undefined && { next: last + 1 }),
  }
}

/** The verdicts of a job from row `first` to row `last`, where a chunk starts at `first`. */
export async function verdictsBetween(
  table: Table,
  jobId: JobId,
  first: number,
  last: number,
): Promise<RowVerdict[]> {
  const range = { from: placeOfRow(first), to: placeOfRow(last) }
  const items = await table.queryAll(jobPatterns.verdicts, { jobId: bareId(jobId) }, range)
  return items.flatMap(rowsWithin)
}
