// Finds out how a table in a file is written: a workbook, or text of which encoding with which separator.
import { type fileEncodings, fileSeparators } from '#shared/import-words'
import { Problem } from '#shared/problems'

/** Opens the file anew for each pass; undefined when it is not there. */
export type OpenFile = () => Promise<ReadableStream<Uint8Array> | undefined>

/** A row of a file; `line` is its row as a spreadsheet program numbers it: the first is 1, blank ones count, and one whose
 * cells hold line breaks is still one. */
export type SheetRow = { line: number; cells: string[] }

/** How to read a file, found once and kept for every later pass. */
export type SheetForm =
  | { format: 'csv'; encoding: (typeof fileEncodings)[number]; separator: (typeof fileSeparators)[number] }
  | { format: 'xlsx' }

const ZIP_START = 'PK\x03\x04'
/** How workbooks before XLSX begin, and those that are locked with a password. */
const COMPOUND_START = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
/** What pictures, PDF files and archives have at which place, whatever they are called. */
const noTable = [
  [0, '\x89PNG'],
  [0, '\xff\xd8\xff'],
  [0, 'GIF8'],
  [8, 'WEBP'],
  [4, 'ftyp'],
  [0, '%PDF-'],
  [0, '\x1f\x8b'],
  [0, '7z\xbc\xaf'],
  [0, 'Rar!'],
] as const
const SAMPLE_CHARACTERS = 20_000

/** One pass over the whole file, for the byte that gives an encoding away may be its last; throws `imports.file_missing`,
 * `imports.file_locked`, `imports.file_no_table`. */
export async function findSheetForm(open: OpenFile): Promise<SheetForm> {
  const body = await open()
  if (!body) throw new Problem('imports.file_missing')
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const start: Uint8Array[] = []
  let startBytes = 0
  let isUtf8 = true
  for await (const chunk of body) {
    if (startBytes < SAMPLE_CHARACTERS) start.push(chunk)
    startBytes += chunk.byteLength
    if (isWorkbook(start)) return { format: 'xlsx' }
    if (startBytes >= SAMPLE_CHARACTERS && (!isUtf8 || markedEncoding(start))) break
    isUtf8 &&= decodes(decoder, chunk, true)
  }
  const bytes = Buffer.concat(start)
  const latin = bytes.toString('latin1')
  if (latin.startsWith(COMPOUND_START)) throw new Problem('imports.file_locked')
  if (noTable.some(([at, mark]) => latin.startsWith(mark, at))) throw new Problem('imports.file_no_table')
  const encoding =
    markedEncoding(start) ?? (isUtf8 && decodes(decoder, undefined, false) ? 'utf-8' : 'gb18030')
  const text = new TextDecoder(encoding).decode(bytes).slice(0, SAMPLE_CHARACTERS)
  return { format: 'csv', encoding, separator: separatorOf(text) }
}

function isWorkbook(start: readonly Uint8Array[]): boolean {
  return Buffer.concat(start).subarray(0, ZIP_START.length).toString('latin1') === ZIP_START
}

function markedEncoding(start: readonly Uint8Array[]): 'utf-16le' | 'utf-16be' | undefined {
  const mark = Buffer.concat(start).subarray(0, 2).toString('latin1')
  return mark === '\xff\xfe' ? 'utf-16le' : mark === '\xfe\xff' ? 'utf-16be' : undefined
}

function decodes(
  decoder: InstanceType<typeof TextDecoder>,
  chunk: Uint8Array | undefined,
  stream: boolean,
): boolean {
  try {
    decoder.decode(chunk, { stream })
    return true
  } catch {
    return false
  }
}

/** The separator that the first line has most of, outside quotes; a comma when it has none. */
function separatorOf(text: string): SheetFormCsv['separator'] {
  const counts = new Map<string, number>()
  let isQuoted = false
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && /[\r\n]/.test(character) && counts.size > 0) break
    else if (!isQuoted) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const most = Math.max(...fileSeparators.map((separator) => counts.get(separator) ?? 0))
  return (most > 0 && fileSeparators.find((separator) => counts.get(separator) === most)) || ','
}

type SheetFormCsv = Extract<SheetForm, { format: 'csv' }>
