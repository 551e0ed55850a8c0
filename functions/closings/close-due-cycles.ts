import { type Cycle, cycleIdOf, cycleStepWrite, dueCycles, getOrderPlan } from '#calendar'
import { recordChange } from '#platform/audit/record-change'
import { eachByItself, unlessUndone } from '#platform/by-itself'
import { type Job, jobKey, newJob, newJobWrite, runAgain, storedJob } from '#platform/jobs/job-store'
import { derivedId, fingerprint } from '#platform/new-id'
import type { Key } from '#platform/storage/access-pattern'
import { unlessMeanwhile } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { OrderPlan } from '#shared/calendar'
import { bareId, type CycleId, type JobId } from '#shared/ids'
import { addSeconds } from '#shared/time'

const closer = { kind: 'system', name: 'closing' } as const
/** A closing that did not come to its end is looked at again after so long. */
const LOOK_AGAIN_SECONDS = 600

/** What is done with a cycle as a job, in this order. */
export type CycleWork = 'remind-of-cycle' | 'close-cycle' | 'lapse-cycle'

/** Begins what is due: reminding the shops of a cycle, closing it, letting orders lapse that got no money. Several
 * processes may do it at once: the cycle's version lets one of them begin. A cycle that cannot be begun holds back no other.
 * Answers how many it began. */
export async function closeDueCycles(world: World): Promise<number> {
  const due = await dueCycles(world)
  if (due.length === 0) return 0
  const { plan } = await getOrderPlan(world)
  const named = (cycle: Cycle) => ({ cycleId: cycleIdOf(cycle) })
  const begin = async (cycle: Cycle) => ((await unlessMeanwhile(() => goOn(world, cycle, plan))) ? 1 : 0)
  return unlessUndone(await eachByItself(world, due, { named }, begin))
}

/** The job that does one kind of work for a cycle: always the same one. */
export function jobOfCycle(cycleId: CycleId, work: Exclude<CycleWork, 'remind-of-cycle'>): JobId {
  return derivedId('job', work, cycleId)
}

/** Where the events of a closing lie: beside its job. */
export function keyOfClosing(cycleId: CycleId): Key {
  return jobKey(jobOfCycle(cycleId, 'close-cycle'))
}

async function goOn(world: World, cycle: Cycle, plan: OrderPlan): Promise<void> {
  const now = world.clock.now()
  if (!cycle.phase && !cycle.isReminded) {
    const step = cycleStepWrite(cycle, { isReminded: true }, plan)
    const isInTime = now < cycle.closesAt
    await world.table.commit([step, ...(isInTime ? [newJobWrite(aReminder(world, cycle))] : [])])
    return
  }
  const work = cycle.phase === 'closed' ? 'lapse-cycle' : 'close-cycle'
  const jobId = jobOfCycle(cycleIdOf(cycle), work)
  const lookAt = addSeconds(now, LOOK_AGAIN_SECONDS)
  const step = cycleStepWrite(cycle, { phase: cycle.phase ?? 'shut', lookAt }, plan)
  const job = await storedJob(world.table, jobId)
  if (job) {
    await world.table.commit([step])
    return runAgain(world.table, job)
  }
  const event = recordChange(world, closer, {
    type: cycle.phase === 'closed' ? 'lapsing.begun' : 'closing.begun',
    subject: jobKey(jobId),
    about: { cycleId: cycleIdOf(cycle), jobId },
    change: { closesAt: cycle.closesAt },
  })
  await world.table.commit([step, newJobWrite(aJob(world, cycle, work, jobId)), event], event)
}

/** One for each time at which a cycle was to close: a window that is put off is reminded of again. */
function aReminder(world: World, cycle: Cycle): Job {
  const [work, { closesAt }] = ['remind-of-cycle', cycle] as const
  const job = aJob(world, cycle, work, derivedId('job', work, cycleIdOf(cycle), closesAt))
  return { ...job, input: { ...job.input, closesAt } }
}

function aJob(world: World, cycle: Cycle, work: CycleWork, jobId: JobId): Job {
  const cycleId = cycleIdOf(cycle)
  const asked = fingerprint({ cycleId, work })
  const named = { jobId, kind: work, family: 'closing', input: { cycle: bareId(cycleId) } }
  return newJob({ ...named, asked, by: { kind: closer.kind, id: closer.name } }, world.clock.now())
}
