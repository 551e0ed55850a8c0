// What happens by itself: deliveries that wait or were put off, and long jobs.
import { fillAccounts, foldCustomerSearch, holdLicences, rebuildCustomerSearch } from '#accounts'
import { lapseApprovals } from '#approvals'
import { keepBatchesOfPlan, layOutCycles } from '#calendar'
import { orderPrices, pictureRuns } from '#catalogue'
import { closeDueCycles, closingRuns } from '#closings'
import { exportRuns } from '#exports'
import { importRuns } from '#imports'
import { announcementRuns, deliverDueMessages } from '#notifications'
import { lookRuns } from '#oddities'
import { allInTurn } from '#platform/by-itself'
import { deliverDueEvents } from '#platform/events/deliver-events'
import { migrateItems } from '#platform/jobs/migrate-items'
import { type JobRuns, runDueJobs } from '#platform/jobs/run-jobs'
import { startUpkeep } from '#platform/jobs/upkeep'
import type { World } from '#platform/world'
import { countShops, reminderRuns } from '#progress'
import { recordRuns } from '#records'
import { reactions } from './events.ts'

const momentRuns: JobRuns = { ...closingRuns, ...reminderRuns, ...announcementRuns }
const longRuns: JobRuns = {
  ...importRuns,
  ...exportRuns,
  ...pictureRuns,
  ...recordRuns,
  ...lookRuns,
  migration: migrateItems,
  'customer-search': rebuildCustomerSearch,
  'customer-accounts': fillAccounts,
  'licence-holders': holdLicences,
  'shop-counts': countShops,
  'known-batches': keepBatchesOfPlan,
  'price-codes': orderPrices,
}

/** What each table gets once. A change of what is stored takes the next edition, and every table gets it again. */
const editions = {
  migration: '2026-11-4',
  'customer-accounts': '1',
  'licence-holders': '1',
  'customer-search': '1',
  'shop-counts': '1',
  'known-batches': '1',
  'price-codes': '1',
} as const

/** Puts in what a table from before still lacks; asking again changes nothing. */
export function startUpkeepOf(world: World): Promise<void> {
  return world.remember('upkeep', () => startUpkeep(world, editions))
}

/** Delivers all events that are due, and sends the messages that waited for their hour; answers how many. */
export function deliverDue(world: World): Promise<number> {
  return allInTurn(world, {
    events: (of) => deliverDueEvents(of, reactions),
    messages: deliverDueMessages,
  })
}

/** What has its moment, and must not wait for a long file: folds what changed into the search indexes, lays out coming
 * cycles, reminds of those that close, closes those that are over and announces, lets approvals lapse whose window closed.
 * Answers how many jobs were run. */
export function runMoments(world: World): Promise<number> {
  return allInTurn(world, {
    'customer search': uncounted(foldCustomerSearch),
    'coming cycles': uncounted(layOutCycles),
    'due cycles': uncounted(closeDueCycles),
    approvals: uncounted(lapseApprovals),
    'short jobs': (of) => runDueJobs(of, momentRuns),
  })
}

/** Runs the long jobs that no one holds; answers how many. */
export function runLong(world: World): Promise<number> {
  return runDueJobs(world, longRuns)
}

/** Everything that is due, what has its moment first; answers how many jobs were run. */
export function runDue(world: World): Promise<number> {
  return allInTurn(world, { moments: runMoments, 'long jobs': runLong })
}

/** All of a minute in the cloud. What fails holds back nothing else; when everything was tried, it is thrown. */
export function runMinute(world: World): Promise<number> {
  return allInTurn(world, { upkeep: uncounted(startUpkeepOf), deliveries: deliverDue, due: runDue })
}

function uncounted(work: (world: World) => Promise<unknown>): (world: World) => Promise<number> {
  return async (world) => {
    await work(world)
    return 0
  }
}
