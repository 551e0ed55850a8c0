import { beforeEach, describe, expect, it } from 'vitest'
import { jobPatterns } from '#platform/jobs/access-patterns'
import {
  keepStep,
  makeRunnable,
  newJobWrite,
  runnableJobs,
  storedJob,
  takeJob,
  verdictsFrom,
} from '#platform/jobs/job-store'
import { type JobRuns, type RunJob, runDueJobs } from '#platform/jobs/run-jobs'
import { keyOf } from '#platform/storage/access-pattern'
import { Refused } from '#platform/storage/write'
import { bareId, type JobId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { addSeconds } from '#shared/time'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const jobId: JobId = 'job_0123456789ABCDEF'
let world: FakeWorld
let successor: FakeWorld

beforeEach(async () => {
  world = await aWorld()
  successor = await aWorld({ tableName: world.config.tableName })
  await world.table.commit([
    newJobWrite({
      jobId,
      kind: 'count',
      family: 'tests',
      input: {},
      asked: 'x',
      by: { kind: 'system', id: 'tests' },
      state: 'waiting',
      startedAt: world.clock.now(),
      done: 0,
      total: 0,
      verdicts: {},
      tries: 0,
    }),
  ])
  await makeRunnable(world.table, jobId)
})

const rowsOf = (row: number) => [{ row, line: row + 1, verdict: 'new' as const, key: String(row) }]

/** Counts to ten, a step each, from where the job stands; stops dead after `dies`. */
function counting(steps: number[], dies = Number.POSITIVE_INFINITY): RunJob {
  return async (_, job, keep) => {
    for (let done = job.done + 1; done <= 10; done++) {
      if (done > dies) await new Promise(() => undefined)
      steps.push(done)
      await keep({ done, total: 10, rows: rowsOf(done) })
    }
  }
}

describe('jobs', () => {
  it('a job done to its end leaves the list', async () => {
    const steps: number[] = []
    expect(await runDueJobs(world, { count: counting(steps) })).toBe(1)
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const job = await storedJob(world.table, jobId)
    expect(job).toMatchObject({ state: 'done', done: 10, total: 10, verdicts: { new: 10 } })
    expect(job).not.toHaveProperty('owner')
    expect(await runnableJobs(world.table)).toEqual([])
    expect(await runDueJobs(world, { count: counting(steps) })).toBe(0)
  })

  it('jobs of other kinds stay for who runs them', async () => {
    expect(await runDueJobs(world, { other: counting([]) })).toBe(0)
    expect(await runnableJobs(world.table)).toEqual([{ jobId, kind: 'count' }])
    expect(await runDueJobs(world, { count: counting([]) })).toBe(1)
  })

  it('a step longer than its hold keeps the job', async () => {
    const ended = Promise.withResolvers<void>()
    const long: RunJob = async (_, __, keep) => {
      await ended.promise
      await keep({ done: 1, total: 1 })
    }
    const first = runDueJobs(world, { count: long }, 5)
    await expect.poll(async () => (await storedJob(world.table, jobId))?.owner).toBeDefined()
    world.pass(40)
    successor.pass(40)
    const held = addSeconds(world.clock.now(), 30)
    await expect.poll(async () => (await storedJob(world.table, jobId))?.heldUntil).toBe(held)
    expect(await runDueJobs(successor, { count: counting([]) })).toBe(0)
    ended.resolve()
    expect(await first).toBe(1)
    expect(await storedJob(world.table, jobId)).toMatchObject({ state: 'done', done: 1 })
  })

  it('a successor goes on where the dead one stood', async () => {
    const steps: number[] = []
    void runDueJobs(world, { count: counting(steps, 4) })
    await expect.poll(async () => (await storedJob(successor.table, jobId))?.done).toBe(4)
    expect(await runDueJobs(successor, { count: counting(steps) })).toBe(0)
    successor.pass(29)
    expect(await runDueJobs(successor, { count: counting(steps) })).toBe(0)
    successor.pass(1)
    expect(await runDueJobs(successor, { count: counting(steps) })).toBe(1)
    expect(steps).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(await storedJob(world.table, jobId)).toMatchObject({ state: 'done', verdicts: { new: 10 } })
  })

  it('who lost the hold writes nothing any more', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const slow: RunJob = async (_, __, keep) => {
      await keep({ done: 1, total: 10, rows: rowsOf(1) })
      await held
      await keep({ done: 9, total: 9, rows: rowsOf(9) })
    }
    const first = runDueJobs(world, { count: slow })
    await expect.poll(async () => (await storedJob(world.table, jobId))?.done).toBe(1)
    successor.pass(31)
    expect(await runDueJobs(successor, { count: counting([]) })).toBe(1)
    const done = await storedJob(world.table, jobId)
    release()
    expect(await first).toBe(0)
    expect(await storedJob(world.table, jobId)).toEqual(done)
    expect(world.logged.filter(({ alarm }) => alarm)).toEqual([])
  })

  it('two takers at once, one gets it', async () => {
    const now = world.clock.now()
    const until = addSeconds(now, 30)
    const takers = Array.from({ length: 8 }, (_, at) =>
      takeJob(world.table, jobId, `process-${at}`, now, until),
    )
    const taken = (await Promise.all(takers)).filter((job) => job !== undefined)
    expect(taken).toHaveLength(1)
    const lost = { ...taken[0], owner: 'process-of-none' }
    if (!taken[0]) return
    await expect(
      keepStep(world.table, { ...taken[0], ...lost }, { done: 5, total: 5, verdicts: {}, heldUntil: until }),
    ).rejects.toThrow(Refused)
  })

  it('a job that keeps failing is given up loudly', async () => {
    let tries = 0
    const broken: JobRuns = {
      count: async () => {
        tries += 1
        throw new Error('the file store is away')
      },
    }
    for (let round = 0; round < 9; round++) {
      await runDueJobs(world, broken)
      world.pass(31)
    }
    expect(tries).toBe(5)
    expect(await storedJob(world.table, jobId)).toMatchObject({
      state: 'failed',
      problem: 'server.work_given_up',
      facts: { jobId },
    })
    expect(world.logged.filter(({ alarm }) => alarm)).toMatchObject([{ message: 'job given up', jobId }])
  })

  it('progress makes failures count from zero again', async () => {
    let round = 0
    const stumbling: RunJob = async (_, job, keep) => {
      round += 1
      if (job.done === 10) return
      if (round % 4 === 0) await keep({ done: job.done + 5, total: 10 })
      throw new Error('stumbled')
    }
    for (let turn = 0; turn < 12; turn++) {
      await runDueJobs(world, { count: stumbling })
      world.pass(31)
    }
    expect(await storedJob(world.table, jobId)).toMatchObject({ state: 'done', done: 10 })
  })

  it('a problem ends a job at once with its code', async () => {
    const runs: JobRuns = { count: () => Promise.reject(new Problem('imports.file_missing')) }
    await runDueJobs(world, runs)
    expect(await storedJob(world.table, jobId)).toMatchObject({
      state: 'failed',
      problem: 'imports.file_missing',
    })
    expect(world.logged.filter(({ alarm }) => alarm)).toEqual([])
  })

  it('starting a finished job again changes nothing', async () => {
    await runDueJobs(world, { count: counting([]) })
    await makeRunnable(world.table, jobId)
    expect(await runnableJobs(world.table)).toEqual([])
    expect(await storedJob(world.table, jobId)).toMatchObject({ state: 'done' })
  })

  it('verdicts of an older schema name their file row', async () => {
    const key = keyOf(jobPatterns.verdicts, { jobId: bareId(jobId), firstRow: '00000001' })
    const rows = [
      { row: 1, verdict: 'new', key: 'A' },
      { row: 2, verdict: 'refused', key: 'B' },
    ]
    await world.table.commit([
      { put: { k: 'job-verdicts', s: 2, rows: JSON.stringify(rows), ...key }, when: { absent: true } },
    ])
    const read = await verdictsFrom(world.table, jobId, 1, 1)
    expect(read.rows).toEqual(rows.map((row) => ({ ...row, line: row.row + 1 })))
  })
})
