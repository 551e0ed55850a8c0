import type { SheetToWrite } from '#platform/sheets/sheet-to-write'
import type { World } from '#platform/world'
import type { ImportId } from '#shared/ids'
import type { RowVerdict } from '#shared/imports'
import type { Language } from '#shared/languages'
import { importTexts as texts } from '#shared/texts/imports'
import type { Columns } from './cell-rules.ts'
import { fileKinds } from './file-kinds.ts'
import { type Import, storedImport } from './import-store.ts'
import { verdictsOf } from './list-verdicts.ts'

const ROWS_A_PAGE = 100

type Asked = { importId: ImportId; verdict?: RowVerdict['verdict']; language: Language }

/** What becomes of each row of an import as its page shows it: all rows, or those with one verdict. Throws
 * `imports.import_not_found`. */
export async function verdictSheet(world: World, asked: Asked): Promise<SheetToWrite> {
  const { importId, language } = asked
  const imported = await storedImport(world.table, importId)
  const columns: Columns<never> = fileKinds[imported.kind].columns
  const titleOf = (field: string) => columns[field]?.title[language] ?? field
  return {
    name: texts.verdict[language],
    columns: [
      { title: texts.key[language] },
      { title: texts.row[language], isNumber: true },
      { title: texts.verdict[language] },
      { title: texts.message[language] },
    ],
    rows: rowsOf(world, imported, asked, titleOf),
  }
}

async function* rowsOf(
  world: World,
  imported: Import,
  asked: Asked,
  titleOf: (field: string) => string,
): AsyncGenerator<string[]> {
  let cursor: string | undefined
  do {
    const page = await verdictsOf(world, imported, { ...asked, limit: ROWS_A_PAGE, cursor })
    for (const { key, row: _, line, verdict, ...why } of page.items)
      yield [key, String(line), texts[verdict][asked.language], reasonsOf(why, titleOf)]
    cursor = page.nextCursor
  } while (cursor)
}

function reasonsOf(
  { changes, problems = [], notes = [] }: Pick<RowVerdict, 'changes' | 'problems' | 'notes'>,
  titleOf: (field: string) => string,
): string {
  const steps = Object.entries(changes ?? {}).map(
    ([field, { from, to }]) => `${titleOf(field)}: ${said(from)} → ${said(to)}`,
  )
  return [...steps, ...[...problems, ...notes].map(({ message, code }) => message ?? code)].join(' · ')
}

function said(value: unknown): string {
  return value === '' || value === null || value === undefined ? '—' : String(value)
}
