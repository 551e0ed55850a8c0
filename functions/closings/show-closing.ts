import { customersWithIds, getCompany } from '#accounts'
import { storedCycle } from '#calendar'
import { storedJob } from '#platform/jobs/job-store'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { ClosingReport } from '#shared/closings'
import type { CycleId } from '#shared/ids'
import type { Language } from '#shared/languages'
import type { PageQuery } from '#shared/paging'
import { isProblemCode, problemSentence } from '#shared/problems'
import { jobOfCycle } from './close-due-cycles.ts'
import { closingLines, lateCounts } from './report-store.ts'

type Asked = PageQuery & { cycleId: CycleId; asker: string; language: Language }

/** How far the closing of a cycle came, what it counted, and a page of what is to be told customer by customer. Throws
 * `calendar.cycle_not_found`. */
export async function showClosing(world: World, asked: Asked): Promise<ClosingReport> {
  const { cycleId, asker, limit, language } = asked
  const { phase } = await storedCycle(world.table, cycleId)
  const question = `closing ${asker} ${cycleId}`
  const after = keyWithinCursor(asked.cursor, question, world.config.secret)
  const [job, late, { lines, last }, { currency }] = await Promise.all([
    storedJob(world.table, jobOfCycle(cycleId, 'close-cycle')),
    lateCounts(world.table, cycleId),
    closingLines(world.table, cycleId, limit, after),
    getCompany(world),
  ])
  const customers = await customersWithIds(
    world.table,
    lines.map(({ customerId }) => customerId),
  )
  const counts = { ...job?.verdicts }
  const waiting = (counts['awaiting-funds'] ?? 0) - late.confirmed - late.lapsed
  // Demonstration data comes with cycles that no job of this system closed.
  const unrecorded = phase === 'closed' ? 'not-recorded' : 'not-begun'
  const state = !job ? unrecorded : job.state === 'waiting' ? 'running' : job.state
  return {
    cycleId,
    state,
    done: job?.done ?? 0,
    total: job?.total ?? 0,
    counts: {
      ...counts,
      confirmed: (counts.confirmed ?? 0) + late.confirmed,
      lapsed: (counts.lapsed ?? 0) + late.lapsed,
      'awaiting-funds': Math.max(0, waiting),
    },
    currency,
    items: lines.map(({ problems, ...line }, at) => ({
      ...line,
      customerName: customers[at]?.name ?? { zh: '', en: '' },
      problems: problems?.map((problem) => worded(problem, language)),
    })),
    nextCursor: cursorFrom(last, question, world.config.secret),
  }
}

type ToldProblem = NonNullable<ClosingReport['items'][number]['problems']>[number]

function worded(problem: ToldProblem, language: Language): ToldProblem {
  const { code, facts = {} } = problem
  return isProblemCode(code) ? { ...problem, message: problemSentence(code, facts, language) } : problem
}
