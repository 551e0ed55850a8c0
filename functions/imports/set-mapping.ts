import type { Actor } from '#platform/actor'
import { type PlannedChange, planChange } from '#platform/audit/plan-change'
import { saveOne } from '#platform/audit/save-many'
import type { World } from '#platform/world'
import type { ImportId } from '#shared/ids'
import type { ImportKind } from '#shared/import-words'
import type { ImportView, SavedMap, SetMapping } from '#shared/imports'
import { Problem } from '#shared/problems'
import { changeImport } from './change-import.ts'
import { fileKinds } from './file-kinds.ts'
import { mapKey, mapWrite, savedMaps, storedMap } from './import-store.ts'
import { missingColumns, unknownColumns } from './mapping-rules.ts'
import { refuseKind } from './own-import.ts'
import { standingImport, viewOf } from './start-import.ts'

type Asked = SetMapping & { importId: ImportId; baseVersion: number }

/** Says which column of the file stands for which of ours, and keeps that for the next file when asked to; throws
 * `imports.column_missing`, `imports.column_unknown`, `request.changed_meanwhile`. */
export async function setMapping(world: World, actor: Actor, asked: Asked): Promise<ImportView> {
  const imported = await standingImport(world, actor, asked.importId)
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
  refuseKind(actor, map.kind)
  judgeMapping(map.kind, map.mapping, Object.values(map.mapping))
  await saveOne(actor, () => planMap(world, map))
  return map
}

async function planMap(world: World, map: SavedMap): Promise<PlannedChange> {
  const { kind, name } = map
  const before = await storedMap(world.table, kind, name)
  return planChange(world, {
    type: 'import-map.saved',
    subject: mapKey(kind, name),
    about: { kind, name },
    before: before && toldOfMap(before),
    after: toldOfMap(map),
    version: before?.version ?? 0,
    writes: (version) => [mapWrite({ ...map, version }, before)],
  })
}

/** What history shows of a map: each of our columns with the one of the file. */
export function toldOfMap({ mapping }: Pick<SavedMap, 'mapping'>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(mapping).map(([ours, theirs]) => [`column ${ours}`, theirs]))
}

/** The mappings kept for a kind of file. */
export async function listMaps(world: World, actor: Actor, kind: ImportKind): Promise<SavedMap[]> {
  refuseKind(actor, kind)
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
