import type { Actor } from '#platform/actor'
import { fieldChanges } from '#platform/audit/plan-change'
import { commitChange } from '#platform/audit/record-change'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { ImportState } from '#shared/import-words'
import { Problem } from '#shared/problems'
import { importTexts } from '#shared/texts/imports'
import { mayGo } from './import-states.ts'
import { type Import, importKey, importWrite } from './import-store.ts'

type Change = Partial<Omit<Import, 'importId' | 'version'>> & { state: ImportState }

/** Takes an import to its next version, with its event; one that comes with a problem has failed, and goes back to where it
 * began. Throws `imports.not_now` when its state does not allow it. */
export async function changeImport(
  world: World,
  actor: Actor,
  imported: Import,
  change: Change,
  along: readonly Write[] = [],
): Promise<Import> {
  const { importId, state } = imported
  if (!mayGo(state, change.state)) throw new Problem('imports.not_now', { state: importTexts[state] })
  const { problem: _problem, facts: _facts, ...lasting } = imported
  const next: Import = { ...lasting, ...change, version: imported.version + 1 }
  const type: `import.${string}` = change.problem === undefined ? `import.${change.state}` : 'import.failed'
  const record = {
    type,
    subject: importKey(importId),
    about: { importId },
    change: {
      ...fieldChanges(toldOf(imported), toldOf(next)),
      version: { from: imported.version, to: next.version },
    },
  } as const
  await commitChange(world, actor, record, [importWrite(next), ...along])
  return next
}

/** What history shows of an import. */
export function toldOf({ kind, fileName, state, mapping, options, mapName }: Import) {
  return { kind, fileName, state, mapping, options, mapName }
}
