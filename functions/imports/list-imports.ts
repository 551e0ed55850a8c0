import { type Actor, markOf } from '#platform/actor'
import { storedJobs } from '#platform/jobs/job-store'
import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { ImportFilter, ImportView } from '#shared/imports'
import type { Page, PageQuery } from '#shared/paging'
import { type Import, newestImports } from './import-store.ts'
import { viewOf } from './start-import.ts'

/** Reads for one page before it is answered short, with a cursor to go on from. */
const MOST_READS = 10

/** A page of imports, the newest first, as they stand: three reads, however many there are. Narrowed to a kind, a state or
 * to one's own, it reads on until some fit. */
export async function listImports(
  world: World,
  actor: Actor,
  { limit, cursor, ...filter }: PageQuery & ImportFilter,
): Promise<Page<ImportView>> {
  const { secret } = world.config
  const me = markOf(actor).id
  const question = `imports ${me} ${JSON.stringify(filter)}`
  let position = keyWithinCursor(cursor, question, secret)
  for (let reads = 1; ; reads++) {
    const { imports, last } = await newestImports(world.table, limit, position)
    const mine = imports.filter(({ by }) => filter.by === undefined || by.id === me)
    const items = (await viewsOf(world, mine)).filter((view) => isImportAsked(view, filter))
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

function isImportAsked(view: ImportView, { kind, state }: ImportFilter): boolean {
  return (kind === undefined || view.kind === kind) && (state === undefined || view.state === state)
}
