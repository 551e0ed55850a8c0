import type { SheetFormat } from '#platform/sheets/sheet-to-write'
import { sheetBytes } from '#platform/sheets/write-sheet'
import type { ImportKind } from '#shared/import-words'
import type { ImportColumns } from '#shared/imports'
import type { Language } from '#shared/languages'
import { importTexts } from '#shared/texts/imports'
import { fileKinds } from './file-kinds.ts'

/** The columns that a kind of file may bring, in the order of its template. */
export function columnsOfKind(kind: ImportKind): ImportColumns['items'] {
  return Object.entries(fileKinds[kind].columns).map(([key, { title, isRequired, isExpected }]) => ({
    key,
    title,
    isRequired: isRequired === true || isExpected === true,
  }))
}

/** An empty file to fill in: headings in one language, and two rows as an example. */
export async function makeTemplate(
  kind: ImportKind,
  format: SheetFormat,
  language: Language,
): Promise<Uint8Array> {
  const columns = Object.values(fileKinds[kind].columns)
  const sheet = {
    name: importTexts[kind][language],
    columns: columns.map(({ title, codec: { isNumber } }) => ({ title: title[language], isNumber })),
    rows: [0, 1].map((at) => columns.map(({ examples }) => examples[at] ?? '')),
  }
  const pieces: Uint8Array[] = []
  for await (const piece of sheetBytes(format, sheet)) pieces.push(piece)
  return Buffer.concat(pieces)
}
