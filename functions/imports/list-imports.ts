import { type Actor, markOf } from '#platform/actor'
import { storedJobs } from '#platform/jobs/job-store'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { ImportFilter, ImportView } from '#shared/imports'
import type { Page, PageQuery } from '#shared/paging'
import { type Import, newestImports } from './import-store.ts'
import { kindsOf } from './own-import.ts'
import { viewOf } from './start-import.ts'

/** Reads for one page before it is answered short, with a cursor to go on from. */
const MOST_READS = 10

/** A page of imports of the kinds that the actor brings in, the newest first, as they stand: three reads where all kinds are
 * shown, however many there are. Narrowed to a kind, a state or to one's own, it reads on until some fit. */
export async function listImports(
  world: World,
  actor: Actor,
  { limit, cursor, ...filter }: PageQuery & ImportFilter,
): Promise<Page<ImportView>> {
  const { secret } = world.config
  const me = markOf(actor).id
  const kinds = kindsOf(actor).filter((kind) => filter.kind === undefined || filter.kind === kind)
  const question = `imports ${me} ${kinds.join(' ')} ${JSON.stringify(filter)}`
  let position = keyWithinCursor(cursor, question, secret)
  for (let reads = 1; ; reads++) {
    const { imports, last } = await newestImports(world.table, kinds, limit, position)
    const mine = imports.filter(({ by }) => filter.by === undefined || by.id === me)
    const views = await viewsOf(world, mine)
    const items = views.filter(({ state }) => filter.state === undefined || filter.state === state)
    if (items.length > 0 || !last || reads === MOST_READS)
      return { items, nextCursor: cursorFrom(last, question, secret) }
    position = last
  }
}

async function viewsOf(world: World, imports: readonly Import[]): Promise<ImportView[]> {
  const jobIds = imports.flatMap(({ jobs }) => Object.values(jobs).filter((jobId) => jobId !== undefined))
  const jobs = await storedJobs(world.table, jobIds)
  return Promise.all(imports.map((imported) => viewOf(world, imported, async (jobId) => jobs.get(jobId))))
}
