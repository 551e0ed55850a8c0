import type { SheetToWrite } from '#platform/sheets/sheet-to-write'
import type { World } from '#platform/world'
import type { ImportId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { importTexts } from '#shared/texts/imports'
import { sheetRowsOf } from './import-rows.ts'
import { storedImport } from './import-store.ts'
import { refusedRowsOf, wordedRow } from './list-verdicts.ts'

/** The refused rows as they stood in the file, with a last column that says why: to be corrected and sent in again.
 * Throws `imports.import_not_found`. */
export async function refusedSheet(
  world: World,
  importId: ImportId,
  language: Language,
): Promise<SheetToWrite> {
  const imported = await storedImport(world.table, importId)
  const width = imported.columns.length
  return {
    name: importTexts.refused[language],
    columns: [...imported.columns, importTexts.message[language]].map((title) => ({ title })),
    rows: rowsWithReasons(),
  }

  async function* rowsWithReasons(): AsyncGenerator<string[]> {
    const refusals = refusedRowsOf(world, imported)
    let refusal = (await refusals.next()).value
    let number = -1
    for await (const cells of sheetRowsOf(world, imported)) {
      number++
      if (!refusal) return
      if (refusal.row !== number) continue
      const { problems = [] } = wordedRow(refusal, imported, language)
      const why = problems.map(({ message, code }) => message ?? code).join(' ')
      yield [...Array.from({ length: width }, (_, at) => cells[at] ?? ''), why]
      refusal = (await refusals.next()).value
    }
  }
}
