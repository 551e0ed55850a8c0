import { createHash } from 'node:crypto'
import type { World } from '#platform/world'
import { Problem } from '#shared/problems'
import type { Import } from './import-store.ts'
import { importFileKey } from './start-import.ts'

/** What tells one file from another; throws `imports.file_missing`. */
export async function digestOfFile(world: World, { importId }: Pick<Import, 'importId'>): Promise<string> {
  const body = await world.files.read(importFileKey(importId))
  if (!body) throw new Problem('imports.file_missing')
  const hash = createHash('sha256')
  for await (const chunk of body) hash.update(chunk)
  return hash.digest('base64url')
}

/** The address of an upload lives longer than a look at the file: throws `imports.file_changed` when another file was sent
 * to it since. */
export async function refuseChangedFile(world: World, imported: Import): Promise<void> {
  if ((await digestOfFile(world, imported)) !== imported.digest) throw new Problem('imports.file_changed')
}
