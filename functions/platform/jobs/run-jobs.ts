// Runs long work in steps that survive the death of the process: another one takes the job over where it stood.
import { randomUUID } from 'node:crypto'
import type { JobId } from '#shared/ids'
import type { RowVerdict } from '#shared/imports'
import { isProblemCode, Problem } from '#shared/problems'
import { recordChange } from '../audit/record-change.ts'
import { eachByItself, unlessUndone } from '../by-itself.ts'
import { Refused } from '../storage/write.ts'
import type { World } from '../world.ts'
import { type Hold, holdFrom, holdJob, RENEW_MILLISECONDS } from './hold-job.ts'
import { endJob, type Job, jobKey, keepStep, runnableJobs, takeJob } from './job-store.ts'

const MOST_TRIES_WITHOUT_PROGRESS = 5
const runner = { kind: 'system', name: 'jobs' } as const

/** Keeps how far a job came: rows done, rows in all (0 while unknown), the verdicts of the rows since the last step, what
 * else was counted since, and behind which position a successor goes on. */
export type KeepProgress = (progress: {
  done: number
  total: number
  rows?: RowVerdict[]
  tally?: Readonly<Record<string, number>>
  position?: string
}) => Promise<void>

/** Does a job from where it stands (`job.done`). A step that is done again must change nothing. */
export type RunJob = (world: World, job: Job, keep: KeepProgress) => Promise<void>

/** What runs which kind of job. */
export type JobRuns = Readonly<Record<string, RunJob>>

/** Takes up every job of these kinds that no one holds, and does it to its end, whatever becomes of the others; answers how
 * many it did, or throws `LeftUndone` at the end. */
export async function runDueJobs(
  world: World,
  runs: JobRuns,
  renewMilliseconds = RENEW_MILLISECONDS,
): Promise<number> {
  const runnable = await runnableJobs(world.table)
  const named = (job: { jobId: JobId; kind: string }) => job
  const outcome = await eachByItself(world, runnable, { named }, async ({ jobId, kind }) => {
    const run = runs[kind]
    return run && (await runJob(world, run, jobId, renewMilliseconds)) ? 1 : 0
  })
  return unlessUndone(outcome)
}

async function runJob(world: World, run: RunJob, jobId: JobId, renewMilliseconds: number): Promise<boolean> {
  const now = world.clock.now()
  const job = await takeJob(world.table, jobId, randomUUID(), now, holdFrom(now))
  if (!job) return false
  const hold = holdJob(world, job, renewMilliseconds)
  try {
    await run(world, job, progressOf(world, job, hold))
    await endJob(world.table, job, { state: 'done' })
  } catch (error) {
    if (error instanceof Refused) return false
    return failJob(world, job, error)
  } finally {
    hold.end()
  }
  return true
}

function progressOf(world: World, job: Job, hold: Hold): KeepProgress {
  const verdicts: Record<string, number> = { ...job.verdicts }
  return async ({ done, total, rows, tally = {}, position }) => {
    for (const { verdict } of rows ?? []) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
    for (const [name, count] of Object.entries(tally)) verdicts[name] = (verdicts[name] ?? 0) + count
    const heldUntil = holdFrom(world.clock.now())
    await keepStep(world.table, job, { done, total, verdicts, position, rows, heldUntil })
    hold.stepped()
  }
}

/** A problem ends the job, with an event for whoever waits for it; anything else is tried again by whoever comes next, until it has failed too often. */
async function failJob(world: World, job: Job, error: unknown): Promise<boolean> {
  const isFinal = error instanceof Problem && isProblemCode(error.code) && error.code !== 'request.busy'
  world.log.warn('job failed', { jobId: job.jobId, kind: job.kind, error: String(error) })
  if (!isFinal && job.tries < MOST_TRIES_WITHOUT_PROGRESS) return true
  if (!isFinal) world.log.alarm('job given up', { jobId: job.jobId, kind: job.kind }, error)
  const { jobId, kind } = job
  const { code: problem, facts } =
    error instanceof Problem ? error : new Problem('server.work_given_up', { jobId })
  const record = {
    type: 'job.failed',
    subject: jobKey(jobId),
    about: { jobId },
    change: { kind, problem },
  } as const
  try {
    await endJob(world.table, job, { state: 'failed', problem, facts }, recordChange(world, runner, record))
  } catch (refusal) {
    // Taken over meanwhile: it is the other process that says how it ends.
    if (!(refusal instanceof Refused)) throw refusal
    return false
  }
  return true
}
