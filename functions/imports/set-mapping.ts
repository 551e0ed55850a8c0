import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import type { World } from '#platform/world'
import type { ImportId } from '#shared/ids'
import type { ImportKind } from '#shared/import-words'
import type { ImportView, SavedMap, SetMapping } from '#shared/imports'
import { Problem } from '#shared/problems'
import { changeImport } from './change-import.ts'
import { fileKinds } from './file-kinds.ts'
import { mapKey, mapWrite, savedMaps } from './import-store.ts'
import { missingColumns, unknownColumns } from './mapping-rules.ts'
import { standingImport, viewOf } from './start-import.ts'

type Asked = SetMapping & { importId: ImportId; baseVersion: number }

/** Says which column of the file stands for which of ours, and keeps that for the next file when asked to; throws
 * `imports.column_missing`, `imports.column_unknown`, `request.changed_meanwhile`. */
export async function setMapping(world: World, actor: Actor, asked: Asked): Promise<ImportView> {
  const imported = await standingImport(world, asked.importId)
  const { kind, version, columns: names } = imported
  if (version !== asked.baseVersion) throw new Problem('request.changed_meanwhile', { current: version })
  const { mapping, saveAs, options = imported.options } = asked
  judgeMapping(kind, mapping, names)
  const change = { state: 'read', mapping, mapName: saveAs, options, jobs: {} } as const
  const next = await changeImport(world, actor, imported, change)
  if (saveAs) await saveMap(world, actor, { kind, name: saveAs, mapping })
  return viewOf(world, next)
}

/** Keeps a mapping under a name for files of the same columns, in place of the one of that name. */
export async function saveMap(world: World, actor: Actor, map: SavedMap): Promise<SavedMap> {
  judgeMapping(map.kind, map.mapping, Object.values(map.mapping))
  const record = {
    type: 'import-map.saved',
    subject: mapKey(map.kind, map.name),
    about: { kind: map.kind, name: map.name },
    change: { mapping: map.mapping },
  } as const
  await commitChange(world, actor, record, [mapWrite(map)])
  return map
}

/** The mappings kept for a kind of file. */
export function listMaps(world: World, kind: ImportKind): Promise<SavedMap[]> {
  return savedMaps(world.table, kind)
}

/** Throws `imports.column_missing` or `imports.column_unknown`. */
export function judgeMapping(kind: ImportKind, mapping: SavedMap['mapping'], names: readonly string[]): void {
  const { columns } = fileKinds[kind]
  const unknown = unknownColumns(columns, mapping, names)
  if (unknown.length > 0) throw new Problem('imports.column_unknown', { columns: unknown.join(', ') })
  const missing = missingColumns(columns, mapping)
  if (missing.length > 0) throw new Problem('imports.column_missing', { columns: missing.join(', ') })
}
