import * as z from 'zod'
import type { ImportId } from '#shared/ids'
import type { ImportKind } from '#shared/import-words'
import { type ImportOptions, ImportView, RowVerdict, StartedImport } from '#shared/imports'
import { runDue } from '../../functions/entry/schedule.ts'
import { importFileKey } from '../../functions/imports/start-import.ts'
import { apiOf } from '../support/api-client.ts'
import { aSession, someStaff } from '../support/builders.ts'
import type { FakeWorld } from '../support/fake-world.ts'

export type Given = { options?: Partial<ImportOptions>; mapping?: Record<string, string>; saveAs?: string }

/** The cookie of who may import. */
export async function anImporter(world: FakeWorld): Promise<string> {
  return aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
}

/** Begins an import through the API, puts its file in place, and has it read. */
export async function beginImport(
  world: FakeWorld,
  cookie: string,
  kind: ImportKind,
  file: string | Uint8Array,
): Promise<ImportView> {
  const call = apiOf(world)
  const sent = { method: 'POST', cookie, body: { kind, fileName: `${kind}.csv` } }
  const { import: begun } = StartedImport.parse((await call('/imports', sent)).body)
  await world.files.write(importFileKey(begun.importId), file, 'text/csv')
  return step(world, cookie, begun.importId, 'reading')
}

/** Sends one step of an import; a refused one throws its problem. */
export async function step(
  world: FakeWorld,
  cookie: string,
  importId: string,
  name: 'reading' | 'preview' | 'confirmation' | 'undo',
): Promise<ImportView> {
  const answer = await apiOf(world)(`/imports/${importId}/${name}`, { method: 'POST', cookie })
  if (answer.status !== 200) throw new Error(`${answer.body.code} ${JSON.stringify(answer.body.facts)}`)
  return ImportView.parse(answer.body)
}

/** How an import stands now. */
export async function standingOf(world: FakeWorld, cookie: string, importId: string): Promise<ImportView> {
  return ImportView.parse((await apiOf(world)(`/imports/${importId}`, { cookie })).body)
}

/** The verdicts of an import's newest phase by pages of `limit`. */
export async function verdictsOf(
  world: FakeWorld,
  cookie: string,
  importId: string,
  { limit = 100, language = 'zh', verdict = '' } = {},
): Promise<RowVerdict[]> {
  const rows: RowVerdict[] = []
  let cursor = ''
  do {
    const filter = verdict && `&verdict=${verdict}`
    const path = `/imports/${importId}/rows?limit=${limit}${filter}${cursor}`
    const { body } = await apiOf(world)(path, { cookie, headers: { 'accept-language': language } })
    const page = z.object({ items: z.array(RowVerdict), nextCursor: z.string().optional() }).parse(body)
    rows.push(...page.items)
    cursor = page.nextCursor ? `&cursor=${encodeURIComponent(page.nextCursor)}` : ''
  } while (cursor)
  return rows
}

/** Takes a file to the end of its preview. */
export async function previewImport(
  world: FakeWorld,
  kind: ImportKind,
  file: string | Uint8Array,
  given: Given = {},
) {
  const cookie = await anImporter(world)
  const read = await beginImport(world, cookie, kind, file)
  const { importId } = read
  if (Object.keys(given).length > 0) await putMapping(world, cookie, read, given)
  await step(world, cookie, importId, 'preview')
  await runDue(world)
  const preview = await standingOf(world, cookie, importId)
  return { preview, importId, cookie, rows: await verdictsOf(world, cookie, importId) }
}

/** Sets the mapping of an import that was read, or the one suggested with other options. */
export async function putMapping(world: FakeWorld, cookie: string, read: ImportView, given: Given) {
  const body = {
    mapping: { ...(given.mapping ?? read.mapping) },
    ...(given.options && { options: given.options }),
    ...(given.saveAs && { saveAs: given.saveAs }),
  }
  const headers = { 'if-match': `"${read.version}"` }
  return apiOf(world)(`/imports/${read.importId}/mapping`, { method: 'PUT', cookie, headers, body })
}

/** Confirms a previewed import and runs it to its end. */
export async function applyImport(world: FakeWorld, cookie: string, importId: ImportId) {
  await step(world, cookie, importId, 'confirmation')
  await runDue(world)
  const job = await standingOf(world, cookie, importId)
  return { job, rows: await verdictsOf(world, cookie, importId) }
}

/** Runs a whole import: how it stands at its end, and the verdict of each row. */
export async function runImport(
  world: FakeWorld,
  kind: ImportKind,
  file: string | Uint8Array,
  given: Given = {},
) {
  const { importId, cookie } = await previewImport(world, kind, file, given)
  return { ...(await applyImport(world, cookie, importId)), importId, cookie }
}

/** Takes an import back, or tries to. */
export async function undoImport(world: FakeWorld, cookie: string, importId: ImportId) {
  await step(world, cookie, importId, 'undo')
  await runDue(world)
  const undone = await standingOf(world, cookie, importId)
  return { undone, rows: await verdictsOf(world, cookie, importId) }
}
