import { type Actor, markOf } from '#platform/actor'
import { storedJobs } from '#platform/jobs/job-store'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { ImportView } from '#shared/imports'
import type { Page, PageQuery } from '#shared/paging'
import { newestImports } from './import-store.ts'
import { kindsOf } from './own-import.ts'
import { viewOf } from './start-import.ts'

/** A page of imports of the kinds that the actor brings in, the newest first, as they stand: three reads where all kinds are
 * shown, however many there are. */
export async function listImports(
  world: World,
  actor: Actor,
  { limit, cursor }: PageQuery,
): Promise<Page<ImportView>> {
  const { secret } = world.config
  const kinds = kindsOf(actor)
  const question = `imports ${markOf(actor).id} ${kinds.join(' ')}`
  const after = keyWithinCursor(cursor, question, secret)
  const { imports, last } = await newestImports(world.table, kinds, limit, after)
  const jobIds = imports.flatMap(({ jobs }) => Object.values(jobs).filter((jobId) => jobId !== undefined))
  const jobs = await storedJobs(world.table, jobIds)
  const items = await Promise.all(
    imports.map((imported) => viewOf(world, imported, async (jobId) => jobs.get(jobId))),
  )
  return { items, nextCursor: cursorFrom(last, question, secret) }
}
