import type { SheetToWrite } from '#platform/sheets/sheet-to-write'
import type { World } from '#platform/world'
import type { Language, Text } from '#shared/languages'
import type { Page, PageQuery } from '#shared/paging'
import type { OrderColumn, SheetWords } from './order-columns.ts'
import { sheetWords } from './sheet-words.ts'

const ROWS_A_PAGE = 100

type PagedSheet<Row> = {
  name: Text
  columns: ReadonlyArray<OrderColumn<Row>>
  /** Reads the list as its asker may see it. */
  readPage: (page: PageQuery) => Promise<Page<Row>>
}

/** All that a list finds as a sheet, read page by page while it is written; times by the company's clock. */
export async function pagedSheet<Row>(
  world: World,
  language: Language,
  { name, columns, readPage }: PagedSheet<Row>,
): Promise<SheetToWrite> {
  const words = await sheetWords(world, language)
  return {
    name: name[language],
    columns: columns.map(({ title, isNumber, isDate }) => ({ title: title[language], isNumber, isDate })),
    rows: rowsOf({ columns, readPage }, words),
  }
}

async function* rowsOf<Row>(
  { columns, readPage }: Pick<PagedSheet<Row>, 'columns' | 'readPage'>,
  words: SheetWords,
): AsyncGenerator<string[]> {
  let cursor: string | undefined
  do {
    const page = await readPage({ limit: ROWS_A_PAGE, cursor })
    for (const row of page.items) yield columns.map(({ cell }) => cell(row, words))
    cursor = page.nextCursor
  } while (cursor)
}
