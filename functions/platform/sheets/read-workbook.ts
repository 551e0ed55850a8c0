// XLSX as a stream of rows in two passes: what the cells refer to, then the first sheet.
import { Problem } from '#shared/problems'
import { readCells } from './read-cells.ts'
import type { OpenFile, SheetRow } from './sheet-form.ts'
import { type TakePart, unpackWorkbook } from './workbook-parts.ts'
import { readStyles, readTexts, readWorkbookPlan, type WorkbookWords, xmlReader } from './workbook-words.ts'

const FIRST_SHEET = 'xl/worksheets/sheet1.xml'

/** The rows of the first sheet, blank ones too; `again` opens the file for the second pass. */
export async function* rowsOfWorkbook(
  body: ReadableStream<Uint8Array>,
  again: OpenFile,
): AsyncGenerator<SheetRow> {
  const words = await readWords(body)
  const second = await again()
  if (!second) throw new Problem('imports.file_missing')
  const rows: SheetRow[] = []
  let isFound = false
  const take = xmlReader(readCells(words, (row) => rows.push(row)))
  const sheet: TakePart = (bytes, isLast) => {
    isFound = true
    take(bytes, isLast)
  }
  for await (const _ of unpackWorkbook(second, (name) => (name === words.sheet ? sheet : undefined))) {
    yield* rows
    rows.length = 0
  }
  if (!isFound) throw new Problem('imports.workbook_unreadable')
}

async function readWords(body: ReadableStream<Uint8Array>): Promise<WorkbookWords> {
  const words: WorkbookWords = { texts: [], dateStyles: new Map(), is1904: false, sheet: FIRST_SHEET }
  const plan = readWorkbookPlan(words)
  const parts: Record<string, TakePart> = {
    'xl/workbook.xml': xmlReader(plan.workbook),
    'xl/_rels/workbook.xml.rels': xmlReader(plan.relations),
    'xl/sharedStrings.xml': xmlReader(readTexts(words)),
    'xl/styles.xml': xmlReader(readStyles(words)),
  }
  for await (const _ of unpackWorkbook(body, (name) => parts[name]));
  words.sheet = plan.sheet() ?? FIRST_SHEET
  return words
}
