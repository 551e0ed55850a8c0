// CSV as a stream of rows; what our own files mark as "no formula" is unmarked.
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Problem } from '#shared/problems'
import { withoutFormulaMark } from './formula-mark.ts'
import type { SheetForm, SheetRow } from './sheet-form.ts'

const MOST_RECORD_CHARACTERS = 1_000_000

/** The rows of a CSV text, blank ones too. */
export async function* rowsOfCsv(
  body: ReadableStream<Uint8Array>,
  { encoding, separator }: Extract<SheetForm, { format: 'csv' }>,
): AsyncGenerator<SheetRow> {
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MOST_RECORD_CHARACTERS,
  })
  const text = Readable.from(decoded(body, encoding))
  text.on('error', (error) => parser.destroy(error))
  text.pipe(parser)
  let line = 0
  try {
    for await (const row of parser) yield { line: ++line, cells: cellsOf(row) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Problem('imports.file_unreadable', { line: Number(error.records ?? 0) + 1 })
  } finally {
    text.destroy()
  }
}

async function* decoded(body: ReadableStream<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of body) {
    const text = decoder.decode(chunk, { stream: true })
    if (text) yield text
  }
  const rest = decoder.decode()
  if (rest) yield rest
}

function cellsOf(row: unknown): string[] {
  return Array.isArray(row) ? row.map((cell) => withoutFormulaMark(String(cell))) : []
}
