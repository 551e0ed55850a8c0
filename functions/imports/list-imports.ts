import { type Actor, markOf } from '#platform/actor'
import { storedJobs } from '#platform/jobs/job-store'
import { pageThrough } from '#platform/storage/page-through'
import type { World } from '#platform/world'
import type { ImportFilter, ImportView } from '#shared/imports'
import type { Page, PageQuery } from '#shared/paging'
import { type Import, newestImports } from './import-store.ts'
import { kindsOf } from './own-import.ts'
import { viewOf } from './start-import.ts'

/** A page of imports of the kinds that the actor brings in, the newest first, as they stand: three reads where all kinds are
 * shown, however many there are. Where few are of them, or narrowed to a state or to one's own, it reads on until some fit. */
export function listImports(
  world: World,
  actor: Actor,
  { limit, cursor, ...filter }: PageQuery & ImportFilter,
): Promise<Page<ImportView>> {
  const me = markOf(actor).id
  const kinds = kindsOf(actor).filter((kind) => filter.kind === undefined || filter.kind === kind)
  const question = `imports ${me} ${kinds.join(' ')} ${JSON.stringify(filter)}`
  const asked = { limit, cursor, question, secret: world.config.secret, isNarrow: true }
  return pageThrough([kinds], asked, async (ours, most, after) => {
    const { imports, last } = await newestImports(world.table, ours, most, after)
    const mine = imports.filter(({ by }) => filter.by === undefined || by.id === me)
    const views = await viewsOf(world, mine)
    return { found: views.filter(({ state }) => filter.state === undefined || filter.state === state), last }
  })
}

async function viewsOf(world: World, imports: readonly Import[]): Promise<ImportView[]> {
  const jobIds = imports.flatMap(({ jobs }) => Object.values(jobs).filter((jobId) => jobId !== undefined))
  const jobs = await storedJobs(world.table, jobIds)
  return Promise.all(imports.map((imported) => viewOf(world, imported, async (jobId) => jobs.get(jobId))))
}
