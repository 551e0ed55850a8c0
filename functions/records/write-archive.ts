import { stringify } from 'csv-stringify/sync'
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** Rows of a part, in batches; asked for twice, once for JSON and once for CSV. */
export type Rows = AsyncIterable<readonly object[]>

/** A part of an archive: one thing, a list, or files as they were sent in. */
export type ArchivePart =
  | { name: string; thing: () => Promise<object> }
  | { name: string; rows: () => Rows }
  | { files: () => AsyncIterable<{ name: string; bytes: AsyncIterable<Uint8Array> }> }

/** The bytes of a zip of these parts, one after another: each thing as JSON, each list as JSON and CSV. Holds a batch of one
 * part at a time. */
export async function* archiveBytes(parts: Iterable<ArchivePart>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  for (const part of parts) {
    for await (const { name, isPacked, chunks } of entriesOf(part)) {
      const entry = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name)
      zip.add(entry)
      for await (const chunk of chunks) {
        entry.push(chunk)
        yield* ready.splice(0)
      }
      entry.push(new Uint8Array(), true)
      yield* ready.splice(0)
    }
  }
  zip.end()
  yield* ready.splice(0)
}

type Entry = { name: string; isPacked?: true; chunks: AsyncIterable<Uint8Array> }

async function* entriesOf(part: ArchivePart): AsyncGenerator<Entry> {
  if ('files' in part) {
    // Pictures are packed already.
    for await (const { name, bytes } of part.files()) yield { name, isPacked: true, chunks: bytes }
  } else if ('thing' in part) {
    yield { name: `${part.name}.json`, chunks: encoded(jsonOfThing(part.thing)) }
  } else {
    const columns = new Set<string>()
    yield { name: `${part.name}.json`, chunks: encoded(jsonOf(part.rows(), columns)) }
    yield { name: `${part.name}.csv`, chunks: encoded(csvOf(part.rows(), [...columns])) }
  }
}

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield strToU8(text)
}

async function* jsonOfThing(thing: () => Promise<object>): AsyncGenerator<string> {
  yield JSON.stringify(await thing(), null, 2)
}

async function* jsonOf(rows: Rows, columns: Set<string>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const batch of rows) {
    for (const column of batch.flatMap((row) => Object.keys(row))) columns.add(column)
    const texts = batch.map((row) => JSON.stringify(row))
    if (texts.length > 0) yield before + texts.join(',\n')
    if (texts.length > 0) before = ',\n'
  }
  yield before === '[\n' ? '[]' : '\n]'
}

/** A cell that starts like a formula gets an apostrophe, so that no spreadsheet program runs it. */
async function* csvOf(rows: Rows, columns: readonly string[]): AsyncGenerator<string> {
  const options = { columns: [...columns], escape_formulas: true }
  yield stringify([], { ...options, bom: true, header: true })
  for await (const batch of rows) {
    const cells = batch.map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, cellOf(value)])),
    )
    yield stringify(cells, options)
  }
}

function cellOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}
