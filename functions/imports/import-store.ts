import * as z from 'zod'
import { derivedCharacters } from '#platform/new-id'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import { bareId, type ImportId } from '#shared/ids'
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

const importKind = itemKind(
  'import',
  1,
  z.object({
    importId: ImportIdField,
    kind: z.enum(importKinds),
    fileName: z.string(),
    state: z.enum(importStateNames),
    version: z.number().int(),
    startedAt: z.templateLiteral([z.string(), 'T', z.string(), 'Z']),
    /** Fingerprint of the request that made it. */
    asked: z.string(),
    by: z.object({ kind: z.enum(['member', 'staff', 'client', 'system', 'nobody']), id: z.string() }),
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
)
/** A file on its way in: what it looks like, how it is read, and how far it came. */
export type Import = ReturnType<(typeof importKind)['read']>

const mapKind = itemKind('import-map', 1, SavedMap)

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
  const index = indexKeyOf(importPatterns.newest, { startedAt, importId: bareId(importId) })
  return {
    put: { ...importKind.write(imported), ...index, card: { kind: imported.kind }, ...importKey(importId) },
    when: version === 1 ? { absent: true } : { equals: { version: version - 1 } },
    ...(version > 1 && {
      onRefused: () => new Problem('request.changed_meanwhile', { current: version }),
    }),
  }
}

/** The newest imports. */
export async function newestImports(table: Table, limit: number): Promise<Import[]> {
  const { items } = await table.query(importPatterns.newest, {}, { limit, descending: true })
  const whole = await table.getMany(items.map((item) => ({ pk: String(item.pk), sk: String(item.sk) })))
  return whole.flatMap((item) => (item ? [importKind.read(item)] : []))
}

export async function savedMaps(table: Table, kind: ImportKind): Promise<SavedMap[]> {
  return (await table.queryAll(importPatterns.maps, { kind })).map(mapKind.read)
}

/** The key of a saved map. */
export function mapKey(kind: ImportKind, name: string): Key {
  return keyOf(importPatterns.maps, { kind, name: derivedCharacters('map', name) })
}

export function mapWrite({ kind, name, mapping }: SavedMap): Write {
  return { put: { ...mapKind.write({ kind, name, mapping }), ...mapKey(kind, name) } }
}
