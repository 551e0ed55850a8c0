import type { SheetToWrite } from '#platform/sheets/sheet-to-write'
import type { World } from '#platform/world'
import type { ImportId } from '#shared/ids'
import { type Language, languages } from '#shared/languages'
import { importTexts as texts } from '#shared/texts/imports'
import { sheetRowsOf } from './import-rows.ts'
import { storedImport } from './import-store.ts'
import { refusedRowsOf, wordedRow } from './list-verdicts.ts'

/** The refused rows as they stood in the file, with two last columns: which row of it each was, and why it is refused. To be
 * corrected and sent in again. Throws `imports.import_not_found`. */
export async function refusedSheet(
  world: World,
  importId: ImportId,
  language: Language,
): Promise<SheetToWrite> {
  const imported = await storedImport(world.table, importId)
  const columns = withoutOurs(imported.columns)
  return {
    name: texts.refused[language],
    columns: [...columns, texts.row[language], texts.message[language]].map((title) => ({ title })),
    rows: rowsWithReasons(),
  }

  async function* rowsWithReasons(): AsyncGenerator<string[]> {
    const refusals = refusedRowsOf(world, imported)
    let refusal = (await refusals.next()).value
    let row = -1
    for await (const { line, cells } of sheetRowsOf(world, imported)) {
      row++
      if (!refusal) return
      if (refusal.row !== row) continue
      const { problems = [] } = wordedRow(refusal, imported, language)
      const why = problems.map(({ message, code }) => message ?? code).join(' ')
      yield [...columns.map((_, at) => cells[at] ?? ''), String(line), why]
      refusal = (await refusals.next()).value
    }
  }
}

/** The columns of a file without the two that an earlier file of refused rows brought along. */
function withoutOurs(columns: readonly string[]): readonly string[] {
  const [row, message] = columns.slice(-2)
  const isOurs = languages.some((each) => row === texts.row[each] && message === texts.message[each])
  return isOurs ? columns.slice(0, -2) : columns
}
