import type { ImportKind } from '#shared/import-words'
import { ImportView, StartedImport } from '#shared/imports'
import { runDue } from '../../functions/entry/schedule.ts'
import { importFileKey } from '../../functions/imports/start-import.ts'
import { apiOf } from '../support/api-client.ts'
import type { FakeWorld } from '../support/fake-world.ts'

/** Takes a file in as another system would: sent, read, previewed, confirmed; answers the import at its end. */
export async function importAs(
  world: FakeWorld,
  headers: Record<string, string>,
  kind: ImportKind,
  file: string | Uint8Array,
): Promise<ImportView> {
  const call = apiOf(world)
  const body = { kind, fileName: `${kind}.csv` }
  const started = await call('/imports', { method: 'POST', headers, body })
  const { importId } = StartedImport.parse(started.body).import
  await world.files.write(importFileKey(importId), file, 'text/csv')
  await call(`/imports/${importId}/reading`, { method: 'POST', headers })
  for (const phase of ['preview', 'confirmation']) {
    await call(`/imports/${importId}/${phase}`, { method: 'POST', headers })
    await runDue(world)
  }
  return ImportView.parse((await call(`/imports/${importId}`, { headers })).body)
}
