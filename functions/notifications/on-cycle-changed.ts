import type { Reaction } from '#platform/events/deliver-events'
import { beginJob } from '#platform/jobs/begin-job'
import { makeRunnable } from '#platform/jobs/job-store'
import { derivedId } from '#platform/new-id'
import { ANNOUNCEMENT } from './announce-cycle.ts'
import { cycleTold } from './window-told.ts'

/** Announces a window that was moved, or that is no more, to the shops of its batch: as a job, for they are many. */
export const onCycleChanged: Reaction = async (world, event) => {
  const cycle = await cycleTold(world, event)
  const { id: eventId, at, type, change } = event
  const batch = event.about.batch ?? cycle?.batch
  const closesAt = type === 'cycle.rolled' ? wasOf(change.closesAt) : cycle?.closesAt
  if (batch === undefined || closesAt === undefined) return
  const reason = String(change.reason ?? '')
  const opensAt = cycle?.opensAt ?? ''
  const input = { type, eventId, at, batch, opensAt, closesAt: String(closesAt), reason }
  const jobId = derivedId('job', ANNOUNCEMENT, eventId)
  const job = {
    jobId,
    kind: ANNOUNCEMENT,
    family: ANNOUNCEMENT,
    input,
    began: 'announcement.started',
  } as const
  const actor = { kind: 'system', name: 'notifications' } as const
  await beginJob(world, actor, job, { key: eventId, fingerprint: eventId })
  await makeRunnable(world.table, jobId)
}

/** What a field was before a change. */
function wasOf(changed: unknown): unknown {
  return typeof changed === 'object' && changed !== null && 'from' in changed ? changed.from : undefined
}
