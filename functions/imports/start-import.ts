import { type Actor, markOf } from '#platform/actor'
import { recordChange } from '#platform/audit/record-change'
import {
  type Job,
  jobKey,
  jobOrProblem,
  jobsOfFamily,
  makeRunnable,
  newJobWrite,
  storedJob,
  verdictsOfJob,
} from '#platform/jobs/job-store'
import { derivedId } from '#platform/new-id'
import type { Once } from '#platform/once'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import { Refused } from '#platform/storage/write'
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
  const job: Job = {
    jobId,
    kind: `import-${input.kind}`,
    family: IMPORTS,
    input: { fileName: input.fileName },
    asked: once.fingerprint,
    by: markOf(actor),
    state: 'waiting',
    startedAt: world.clock.now(),
    done: 0,
    total: 0,
    verdicts: {},
    tries: 0,
  }
  const change = { kind: input.kind, fileName: input.fileName }
  const event = recordChange(world, actor, {
    type: 'import.started',
    subject: jobKey(jobId),
    about: { jobId },
    change,
  })
  let stored = job
  try {
    await world.table.commit([newJobWrite(job), event], event)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    stored = jobOrProblem(await storedJob(world.table, jobId))
    if (stored.asked !== once.fingerprint) throw new Problem('request.key_reused')
  }
  return {
    job: jobView(stored),
    uploadUrl: await world.files.uploadUrl(importFileKey(jobId), UPLOAD_SECONDS),
  }
}

/** Lets an import run once its file is there; throws `imports.job_not_found`, `imports.file_missing`. */
export async function runImport(world: World, jobId: JobId): Promise<JobView> {
  jobOrProblem(await storedJob(world.table, jobId))
  const body = await world.files.read(importFileKey(jobId))
  if (!body) throw new Problem('imports.file_missing')
  await body.cancel()
  await makeRunnable(world.table, jobId)
  return showImport(world, jobId)
}

export async function showImport(world: World, jobId: JobId): Promise<JobView> {
  return jobView(jobOrProblem(await storedJob(world.table, jobId)))
}

export async function listImports(world: World): Promise<JobView[]> {
  return (await jobsOfFamily(world.table, IMPORTS, MOST_LISTED)).map(jobView)
}

/** What became of the rows of an import, each refusal with a sentence that says how to mend it. */
export async function listVerdicts(
  world: World,
  asked: PageQuery & { jobId: JobId; language: Language },
): Promise<Page<RowVerdict>> {
  jobOrProblem(await storedJob(world.table, asked.jobId))
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

function jobView({ jobId, kind, state, done, total, verdicts, problem, facts, startedAt }: Job): JobView {
  return { jobId, kind, state, done, total, verdicts, problem, facts, startedAt }
}
