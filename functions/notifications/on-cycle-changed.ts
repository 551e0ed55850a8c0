import type { Cycle } from '#calendar'
import type { Reaction } from '#platform/events/deliver-events'
import type { Event } from '#platform/events/event-store'
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
  const input = {
    type,
    eventId,
    at,
    batch,
    ...daysTold(change, cycle),
    wasAt: String(wasOf(change.closesAt) ?? closesAt),
    opensAt: cycle?.opensAt ?? '',
    closesAt: String(closesAt),
    reason,
  }
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

/** The day that the shops know the window by, and the one it is moved to. */
function daysTold({ orderDay }: Event['change'], cycle: Cycle | undefined): Record<string, string> {
  const day = cycle?.orderDay ?? cycle?.date ?? ''
  const was = wasOf(orderDay)
  return typeof was === 'string' && was !== day ? { day: was, movedTo: day } : { day }
}

/** What a field was before a change. */
function wasOf(changed: unknown): unknown {
  return typeof changed === 'object' && changed !== null && 'from' in changed ? changed.from : undefined
}
