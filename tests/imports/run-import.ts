import * as z from 'zod'
import { type ImportKind, JobView, RowVerdict } from '#shared/imports'
import { runDue } from '../../functions/entry/schedule.ts'
import { importFileKey } from '../../functions/imports/import-rows.ts'
import { apiOf } from '../support/api-client.ts'
import { aSession, someStaff } from '../support/builders.ts'
import type { FakeWorld } from '../support/fake-world.ts'

/** The cookie of who may import. */
export async function anImporter(world: FakeWorld): Promise<string> {
  return aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
}

/** Begins an import through the API and puts its file where the job will look. */
export async function beginImport(
  world: FakeWorld,
  cookie: string,
  kind: ImportKind,
  csv: string,
): Promise<JobView> {
  const call = apiOf(world)
  const { body, text } = await call('/imports', {
    method: 'POST',
    cookie,
    body: { kind, fileName: `${kind}.csv` },
  })
  const { job } = z.object({ job: JobView, uploadUrl: z.string().min(1) }, text).parse(body)
  await world.files.write(importFileKey(job.jobId), csv, 'text/csv')
  return JobView.parse((await call(`/imports/${job.jobId}/start`, { method: 'POST', cookie })).body)
}

/** The verdicts of a job by pages of `limit`. */
export async function verdictsOf(
  world: FakeWorld,
  cookie: string,
  jobId: string,
  { limit = 100, language = 'zh' } = {},
): Promise<RowVerdict[]> {
  const rows: RowVerdict[] = []
  let cursor = ''
  do {
    const path = `/imports/${jobId}/rows?limit=${limit}${cursor}`
    const { body } = await apiOf(world)(path, { cookie, headers: { 'accept-language': language } })
    const page = z.object({ items: z.array(RowVerdict), nextCursor: z.string().optional() }).parse(body)
    rows.push(...page.items)
    cursor = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : ''
  } while (cursor)
  return rows
}

/** Runs a whole import: the job at its end, and the verdict of each row. */
export async function runImport(world: FakeWorld, kind: ImportKind, csv: string) {
  const cookie = await anImporter(world)
  const { jobId } = await beginImport(world, cookie, kind, csv)
  await runDue(world)
  const job = JobView.parse((await apiOf(world)(`/imports/${jobId}`, { cookie })).body)
  return { job, rows: await verdictsOf(world, cookie, jobId), cookie }
}
