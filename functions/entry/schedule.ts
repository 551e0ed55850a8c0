// What happens by itself: deliveries that wait or were put off, and long jobs.
import { foldCustomerSearch, rebuildCustomerSearch } from '#accounts'
import { lapseApprovals } from '#approvals'
import { pictureRuns } from '#catalogue'
import { exportRuns } from '#exports'
import { importRuns } from '#imports'
import { announcementRuns, deliverDueMessages } from '#notifications'
import { deliverDueEvents } from '#platform/events/deliver-events'
import { migrateItems } from '#platform/jobs/migrate-items'
import { type JobRuns, runDueJobs } from '#platform/jobs/run-jobs'
import type { World } from '#platform/world'
import { recordRuns } from '#records'
import { reactions } from './events.ts'

const jobRuns: JobRuns = {
  ...importRuns,
  ...exportRuns,
  ...pictureRuns,
  ...recordRuns,
  ...announcementRuns,
  migration: migrateItems,
  'customer-search': rebuildCustomerSearch,
}

/** Delivers all events that are due, and sends the messages that waited for their hour; answers how many. */
export async function deliverDue(world: World): Promise<number> {
  const events = await deliverDueEvents(world, reactions)
  return events + (await deliverDueMessages(world))
}

/** Folds what changed into the search indexes, lets approvals lapse whose window closed, and runs the jobs that no one holds; answers how many. */
export async function runDue(world: World): Promise<number> {
  await foldCustomerSearch(world)
  await lapseApprovals(world)
  return runDueJobs(world, jobRuns)
}
