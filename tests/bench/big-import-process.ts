// A process of its own that does the jobs of imports which are due, as the schedule would, and says what that took.
import { importRuns } from '#imports'
import type { RunJob } from '#platform/jobs/run-jobs'
import { runDueJobs } from '#platform/jobs/run-jobs'
import { startWorld } from '#platform/start-world'
import { createLocalFiles } from '../../infra/local/files.ts'

const MEGABYTE = 1_000_000
const SAMPLE_MILLISECONDS = 50

const peak = { rss: 0, heap: 0 }
let longestStep = 0
const world = startWorld(process.env, ({ secret, publicOrigin: origin }) =>
  createLocalFiles({ folder: process.env.TEST_FILES ?? '', secret, origin }),
)
const sampler = setInterval(sample, SAMPLE_MILLISECONDS)
const runs = Object.entries(importRuns).map(([kind, run]) => [kind, timed(run)] as const)
const done = await runDueJobs(world, Object.fromEntries(runs))
clearInterval(sampler)
sample()
const seconds = (milliseconds: number) => Math.round(milliseconds / 100) / 10
const megabytes = (bytes: number) => Math.round(bytes / MEGABYTE)
const measured = { rss: megabytes(peak.rss), heap: megabytes(peak.heap), longestStep: seconds(longestStep) }
process.stdout.write(`${JSON.stringify({ done, ...measured })}\n`)

function sample(): void {
  const { rss, heapUsed } = process.memoryUsage()
  peak.rss = Math.max(peak.rss, rss)
  peak.heap = Math.max(peak.heap, heapUsed)
}

/** The same run with the time from each kept step to the next. */
function timed(run: RunJob): RunJob {
  return async (world, job, keep) => {
    let last = performance.now()
    const step = () => {
      longestStep = Math.max(longestStep, performance.now() - last)
      last = performance.now()
    }
    await run(world, job, async (progress) => {
      await keep(progress)
      step()
    })
    step()
  }
}
