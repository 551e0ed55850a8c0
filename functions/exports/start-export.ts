import { ownImport, refuseNonImporter } from '#imports'
import { type Actor, markOf } from '#platform/actor'
import { beginJob } from '#platform/jobs/begin-job'
import { type Job, makeRunnable, storedJob } from '#platform/jobs/job-store'
import { derivedId } from '#platform/new-id'
import type { Once } from '#platform/once'
import type { World } from '#platform/world'
import type { ExportView, StartExport, StartImportRows, StartOrderExport } from '#shared/exports'
import type { CustomerId, ImportId, JobId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { Problem } from '#shared/problems'
import { whoMay } from '#shared/rights'
import type { UnitPath } from '#shared/unit-path'
import { grantsInput, subtreesAs } from './export-actor.ts'
import { exportFileKey, exportFileName } from './run-export.ts'

const DOWNLOAD_SECONDS = 3600

export type ExportRequest = { format: StartExport['format']; language: Language } & (
  | { kind: 'refused-rows'; importId: ImportId }
  | (Pick<StartImportRows, 'verdict'> & { kind: 'import-rows'; importId: ImportId })
  | { kind: 'messages'; customerId: CustomerId; filter?: object }
  | { kind: 'limits'; customerId: CustomerId; filter?: object }
  | (StartExport & { subtrees: readonly UnitPath[] })
  | (StartOrderExport & { customerId: CustomerId })
)

/** Begins an export of what the actor may see; the same key again answers the job there is. */
export async function startExport(
  world: World,
  actor: Actor,
  asked: ExportRequest,
  once: Once,
): Promise<ExportView> {
  if (asked.kind === 'requests') subtreesAs(actor, whoMay.seeRequests.staff, asked.subtrees)
  if (asked.kind === 'staff') subtreesAs(actor, whoMay.keepStaff.staff, asked.subtrees)
  if (asked.kind === 'shops-waited-for') subtreesAs(actor, whoMay.followOrders.staff, asked.subtrees)
  if (asked.kind === 'oddities') subtreesAs(actor, whoMay.seeOddities.staff, asked.subtrees)
  if (asked.kind === 'imports') refuseNonImporter(actor)
  if ('importId' in asked) await ownImport(world, actor, asked.importId)
  const jobId = derivedId('job', 'export', markOf(actor).id, once.key)
  const job = {
    jobId,
    kind: `export-${asked.kind}`,
    family: 'exports',
    input: { ...inputOf(asked), ...grantsInput(actor) },
    began: 'export.started',
  } as const
  await beginJob(world, actor, job, once)
  await makeRunnable(world.table, jobId)
  return showExport(world, actor, jobId)
}

function inputOf(asked: ExportRequest): Job['input'] {
  const { format, language } = asked
  if (asked.kind === 'refused-rows') return { format, language, importId: asked.importId }
  if (asked.kind === 'import-rows') return { format, language, importId: asked.importId, ...verdictOf(asked) }
  if (asked.kind === 'messages' || asked.kind === 'limits')
    return { format, language, customerId: asked.customerId, filter: filterText(asked.filter) }
  if ('customerId' in asked) {
    const { customerId, text } = asked
    return { format, language, customerId, ...(text && { text }) }
  }
  const subtrees = asked.subtrees.join(' ')
  if (asked.kind === 'orders' || asked.kind === 'order-lines') {
    const { cycleId, text, state, behalf } = asked
    const filter = { ...(text && { text }), ...(state && { state }), ...(behalf && { behalf }) }
    return { format, language, subtrees, ...(cycleId && { cycleId }), ...filter }
  }
  return {
    format,
    language,
    subtrees,
    ...('cycleId' in asked && { cycleId: asked.cycleId }),
    filter: filterText(asked.filter),
  }
}

function verdictOf({ verdict }: Pick<StartImportRows, 'verdict'>): Record<string, string> {
  return verdict ? { verdict } : {}
}

/** As texts, as the list's own address has them. */
function filterText(filter: object = {}): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)])),
  )
}

/** How an export stands, for who asked for it; throws `exports.export_not_found` for everyone else. */
export async function showExport(world: World, actor: Actor, jobId: JobId): Promise<ExportView> {
  const job = await ownJob(world, actor, jobId)
  const { kind, state, done, total, verdicts, problem, facts, startedAt } = job
  const view = { jobId, kind, state, done, total, verdicts, problem, facts, startedAt }
  if (state !== 'done') return view
  const url = await world.files.downloadUrl(exportFileKey(job), DOWNLOAD_SECONDS, exportFileName(world, job))
  return { ...view, downloadUrl: url }
}

async function ownJob(world: World, actor: Actor, jobId: JobId): Promise<Job> {
  const job = await storedJob(world.table, jobId)
  const isOwn = job?.family === 'exports' && job.by.id === markOf(actor).id
  if (!job || !isOwn) throw new Problem('exports.export_not_found')
  return job
}
