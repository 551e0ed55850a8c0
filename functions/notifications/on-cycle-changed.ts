import type { Reaction } from '#platform/events/deliver-events'
import { beginJob } from '#platform/jobs/begin-job'
import { makeRunnable } from '#platform/jobs/job-store'
import { derivedId } from '#platform/new-id'
import { ANNOUNCEMENT } from './announce-cycle.ts'

/** Announces a changed window to the shops of its batch: as a job, for they are many. */
export const onCycleChanged: Reaction = async (world, event) => {
  const { cycleId = '' } = event.about
  const reason = String(event.change.reason ?? '')
  const jobId = derivedId('job', ANNOUNCEMENT, event.id)
  const input = { cycleId, reason, eventId: event.id, at: event.at }
  const job = {
    jobId,
    kind: ANNOUNCEMENT,
    family: ANNOUNCEMENT,
    input,
    began: 'announcement.started',
  } as const
  const actor = { kind: 'system', name: 'notifications' } as const
  await beginJob(world, actor, job, { key: event.id, fingerprint: event.id })
  await makeRunnable(world.table, jobId)
}
