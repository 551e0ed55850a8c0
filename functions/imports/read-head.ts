import type { Actor } from '#platform/actor'
import { rowsOfSheet } from '#platform/sheets/read-sheet'
import { findSheetForm } from '#platform/sheets/sheet-form'
import type { World } from '#platform/world'
import type { ImportId } from '#shared/ids'
import type { ImportView } from '#shared/imports'
import { Problem } from '#shared/problems'
import { changeImport } from './change-import.ts'
import { digestOfFile } from './file-digest.ts'
import { fileKinds } from './file-kinds.ts'
import { savedMaps } from './import-store.ts'
import { namesOfHeading, suggestMapping } from './mapping-rules.ts'
import { importFileKey, standingImport, viewOf } from './start-import.ts'

const SAMPLE_ROWS = 5
const LONGEST_SAMPLE = 100
/** Of all cells of a row together, so that an import stays one small item. */
const LONGEST_SAMPLE_ROW = 6000

/** Looks at a file: its form, headings and first rows, and the mapping to begin with; throws `imports.file_missing`,
 * `imports.file_empty` and what reading throws. */
export async function readHead(world: World, actor: Actor, importId: ImportId): Promise<ImportView> {
  const imported = await standingImport(world, actor, importId)
  const open = () => world.files.read(importFileKey(importId))
  const form = await findSheetForm(open)
  const digest = await digestOfFile(world, imported)
  const rows: string[][] = []
  for await (const row of rowsOfSheet(open, form)) {
    rows.push(row)
    if (rows.length > SAMPLE_ROWS) break
  }
  const [heading, ...samples] = rows
  if (!heading) throw new Problem('imports.file_empty')
  const columns = namesOfHeading(heading)
  const longest = Math.min(LONGEST_SAMPLE, Math.floor(LONGEST_SAMPLE_ROW / columns.length))
  const saved = await savedMaps(world.table, imported.kind)
  const { mapping, mapName } = suggestMapping(fileKinds[imported.kind].columns, columns, saved)
  const next = await changeImport(world, actor, imported, {
    state: 'read',
    form,
    digest,
    columns,
    samples: samples.map((row) => columns.map((_, at) => (row[at] ?? '').slice(0, longest))),
    mapping,
    mapName,
    jobs: {},
  })
  return viewOf(world, next)
}
