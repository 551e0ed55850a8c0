// What a table is before it becomes a file.
import type { FileFormat } from '#shared/import-words'

export type SheetFormat = FileFormat

/** A table to write: numbers stay numbers in a workbook, texts stay texts. */
export type SheetToWrite = {
  name: string
  columns: ReadonlyArray<{ title: string; isNumber?: boolean }>
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>
}
