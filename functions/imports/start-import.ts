import { type Actor, markOf } from '#platform/actor'
import { beginJob } from '#platform/jobs/begin-job'
import { type Job, jobsOfFamily, makeRunnable, storedJob, verdictsOfJob } from '#platform/jobs/job-store'
import { derivedId } from '#platform/new-id'
import type { Once } from '#platform/once'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { JobId } from '#shared/ids'
import type { JobView, RowVerdict, StartImport } from '#shared/imports'
import type { Language } from '#shared/languages'
import type { Page, PageQuery } from '#shared/paging'
import { isProblemCode, Problem, problemSentence } from '#shared/problems'
import { importFileKey } from './import-rows.ts'

const IMPORTS = 'imports'
const UPLOAD_SECONDS = 3600
const MOST_LISTED = 50

/** Begins an import: a job that waits for its file, and the address to send the file to. */
export async function startImport(world: World, actor: Actor, input: StartImport, once: Once) {
  const jobId = derivedId('job', markOf(actor).id, once.key)
  const named = { kind: `import-${input.kind}`, family: IMPORTS, input: { fileName: input.fileName } }
  const job = await beginJob(world, actor, { ...named, jobId, began: 'import.started' }, once)
  return {
    job: jobView(job),
    uploadUrl: await world.files.uploadUrl(importFileKey(jobId), UPLOAD_SECONDS),
  }
}

/** Lets an import run once its file is there; throws `imports.job_not_found`, `imports.file_missing`. */
export async function runImport(world: World, jobId: JobId): Promise<JobView> {
  await importJob(world, jobId)
  const body = await world.files.read(importFileKey(jobId))
  if (!body) throw new Problem('imports.file_missing')
  await body.cancel()
  await makeRunnable(world.table, jobId)
  return showImport(world, jobId)
}

export async function showImport(world: World, jobId: JobId): Promise<JobView> {
  return jobView(await importJob(world, jobId))
}

export async function listImports(world: World): Promise<JobView[]> {
  return (await jobsOfFamily(world.table, IMPORTS, MOST_LISTED)).map(jobView)
}

/** What became of the rows of an import, each refusal with a sentence that says how to mend it. */
export async function listVerdicts(
  world: World,
  asked: PageQuery & { jobId: JobId; language: Language },
): Promise<Page<RowVerdict>> {
  await importJob(world, asked.jobId)
  const question = `verdicts ${asked.jobId}`
  const after = Number(keyWithinCursor(asked.cursor, question, world.config.secret)?.row ?? 0)
  const items = await verdictsOfJob(world.table, asked.jobId, after, asked.limit)
  const last = items.length === asked.limit ? { row: items.at(-1)?.row } : undefined
  const worded = items.map((item) => ({ ...item, message: sentenceOf(item, asked.language) }))
  return { items: worded, nextCursor: cursorFrom(last, question, world.config.secret) }
}

function sentenceOf({ code, facts }: RowVerdict, language: Language): string | undefined {
  return code && isProblemCode(code) ? problemSentence(code, facts ?? {}, language) : undefined
}

async function importJob(world: World, jobId: JobId): Promise<Job> {
  const job = await storedJob(world.table, jobId)
  if (job?.family !== IMPORTS) throw new Problem('imports.job_not_found')
  return job
}

function jobView({ jobId, kind, state, done, total, verdicts, problem, facts, startedAt }: Job): JobView {
  return { jobId, kind, state, done, total, verdicts, problem, facts, startedAt }
}
