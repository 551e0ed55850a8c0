// What a table is before it becomes a file.
import type { FileFormat } from '#shared/import-words'

export type SheetFormat = FileFormat

/** A column: texts stay texts; in a workbook numbers are numbers, and days (`2026-12-01`) and moments (`2026-12-01 16:00`)
 * are dates. */
export type SheetColumn = { title: string; isNumber?: boolean | undefined; isDate?: boolean | undefined }

/** A table to write. */
export type SheetToWrite = {
  name: string
  columns: readonly SheetColumn[]
  rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>
}
