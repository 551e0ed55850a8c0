import type { ColumnMap, ImportView } from '#shared/imports'
import { languages } from '#shared/languages'
import { importTexts as texts } from '#shared/texts/imports'

const NAMELESS = /^#\d+$/
/** What a file of refused rows brings along beside the columns of the file before. */
const ours = new Set<string>(languages.flatMap((language) => [texts.row[language], texts.message[language]]))

/** The columns of a file that a mapping leaves out; not those without a heading and anything in them. */
export function columnsNotRead(
  { columns, samples }: NonNullable<ImportView['head']>,
  mapping: ColumnMap,
): string[] {
  const read = new Set(Object.values(mapping))
  return columns.filter((column, at) => {
    const isBlank = NAMELESS.test(column) && samples.every((row) => !row[at])
    return !read.has(column) && !isBlank && !ours.has(column)
  })
}
