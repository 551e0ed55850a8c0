import * as z from 'zod'
import { derivedCharacters } from '#platform/new-id'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { ActorMarkField, InstantField } from '#platform/storage/stored-fields'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import { bareId, type ImportId, idOf } from '#shared/ids'
import {
  fileEncodings,
  fileSeparators,
  type ImportKind,
  importKinds,
  importStateNames,
} from '#shared/import-words'
import { ColumnMap, ImportIdField, ImportOptions, SavedMap } from '#shared/imports'
import { Problem } from '#shared/problems'
import { importPatterns } from './access-patterns.ts'

const JobIdField = z.templateLiteral(['job_', z.string()])
const Form = z.discriminatedUnion('format', [
  z.object({ format: z.literal('csv'), encoding: z.enum(fileEncodings), separator: z.enum(fileSeparators) }),
  z.object({ format: z.literal('xlsx') }),
])

const Standing = z.object({
  importId: ImportIdField,
  state: z.enum(importStateNames),
  startedAt: z.string(),
})

/** Where an import waits to be confirmed, if it does. */
function placeOf({ importId, state, startedAt }: z.infer<typeof Standing>) {
  const parts = { startedAt, importId: bareId(importId) }
  return state === 'previewed' ? indexKeyOf(importPatterns.toConfirm, parts) : {}
}

const importKind = itemKind(
  'import',
  2,
  z.object({
    importId: ImportIdField,
    kind: z.enum(importKinds),
    fileName: z.string(),
    state: z.enum(importStateNames),
    version: z.number().int(),
    startedAt: InstantField,
    /** Fingerprint of the request that made it. */
    asked: z.string(),
    by: ActorMarkField,
    form: Form.optional(),
    /** Tells the file that was read from any other. */
    digest: z.string().optional(),
    columns: z.array(z.string()),
    samples: z.array(z.array(z.string())),
    mapping: ColumnMap,
    mapName: z.string().optional(),
    options: ImportOptions,
    /** The newest job of each phase. */
    jobs: z.object({
      preview: JobIdField.optional(),
      apply: JobIdField.optional(),
      undo: JobIdField.optional(),
    }),
    problem: z.string().optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
  }),
  {
    // Those that were previewed before there was an index of them.
    1: (item) => ({ ...item, card: { kind: item.kind }, ...placeOf(Standing.parse(item)) }),
  },
)
/** A file on its way in: what it looks like, how it is read, and how far it came. */
export type Import = ReturnType<(typeof importKind)['read']>

const mapKind = itemKind('import-map', 2, SavedMap.extend({ version: z.number().int() }), {
  1: (item) => ({ ...item, version: 1 }),
})
type StoredMap = ReturnType<(typeof mapKind)['read']>

export function importKey(importId: ImportId): Key {
  return keyOf(importPatterns.import, { importId: bareId(importId) })
}

/** An import; throws `imports.import_not_found`. */
export async function storedImport(table: Table, importId: ImportId): Promise<Import> {
  const found = importKind.readMaybe(await table.get(importKey(importId), { isStrong: true }))
  if (!found) throw new Problem('imports.import_not_found')
  return found
}

/** What the files of these imports are called. */
export async function namesOfFiles(
  world: Pick<World, 'table'>,
  importIds: readonly ImportId[],
): Promise<Map<string, string>> {
  const items = await world.table.getMany([...new Set(importIds)].map(importKey))
  return new Map(
    items.flatMap((item) => {
      const found = importKind.readMaybe(item)
      return found ? [[found.importId, found.fileName] as const] : []
    }),
  )
}

/** Puts an import: a new one, or in place of the version before. */
export function importWrite(imported: Import): Write {
  const { importId, startedAt, version } = imported
  const parts = { startedAt, importId: bareId(importId) }
  const index = {
    ...indexKeyOf(importPatterns.newest, parts),
    ...placeOf(imported),
  }
  return {
    put: { ...importKind.write(imported), ...index, card: { kind: imported.kind }, ...importKey(importId) },
    when: version === 1 ? { absent: true } : { equals: { version: version - 1 } },
    ...(version > 1 && {
      onRefused: () => new Problem('request.changed_meanwhile', { current: version }),
    }),
  }
}

const CardField = z.object({ kind: z.enum(importKinds) })

/** A page of the newest imports, those of these kinds; `last` is where the next one goes on. */
export async function newestImports(
  table: Table,
  kinds: readonly ImportKind[],
  limit: number,
  after?: Item,
): Promise<{ imports: Import[]; last: Item | undefined }> {
  const { items, last } = await table.query(importPatterns.newest, {}, { limit, after, descending: true })
  const ours = items.filter(({ card }) => kinds.includes(CardField.parse(card).kind))
  const whole = await table.getMany(ours.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })))
  return { imports: whole.flatMap((item) => (item ? [importKind.read(item)] : [])), last }
}

/** Imports of these kinds that were previewed and wait for someone to confirm them, the oldest first, of at most so many of
 * any kind; of the last second some may be missing. */
export async function importsToConfirm(
  world: Pick<World, 'table'>,
  kinds: readonly ImportKind[],
  most: number,
): Promise<{ importIds: ImportId[]; isMore: boolean }> {
  const { items, last } = await world.table.query(importPatterns.toConfirm, {}, { limit: most })
  const ours = items.filter(({ card }) => kinds.includes(CardField.parse(card).kind))
  const importIds = ours.map(({ gsi2sk }) => idOf('import', String(gsi2sk).split('#')[1] ?? ''))
  return { importIds, isMore: last !== undefined }
}

export async function savedMaps(table: Table, kind: ImportKind): Promise<SavedMap[]> {
  const items = await table.queryAll(importPatterns.maps, { kind })
  return items.map(mapKind.read).map(({ version: _, ...map }) => map)
}

/** The key of a saved map. */
export function mapKey(kind: ImportKind, name: string): Key {
  return keyOf(importPatterns.maps, { kind, name: derivedCharacters('map', name) })
}

export async function storedMap(
  table: Table,
  kind: ImportKind,
  name: string,
): Promise<StoredMap | undefined> {
  return mapKind.readMaybe(await table.get(mapKey(kind, name), { isStrong: true }))
}

/** Puts a map in place of the one that `before` was; one of before versions were kept is told by what it maps. */
export function mapWrite({ kind, name, mapping, version }: StoredMap, before: StoredMap | undefined): Write {
  return {
    put: { ...mapKind.write({ kind, name, mapping, version }), ...mapKey(kind, name) },
    when: before ? { equals: { mapping: before.mapping } } : { absent: true },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: mapKind.readMaybe(current)?.version ?? 0 }),
  }
}
