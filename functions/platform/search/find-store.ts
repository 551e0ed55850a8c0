// Where a search index lies between processes: compact chunks of documents, and what changed since they were made.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import * as z from 'zod'
import { derivedCharacters } from '../new-id.ts'
import { type Key, keyOf } from '../storage/access-pattern.ts'
import type { Table } from '../storage/dynamo-table.ts'
import { type Item, itemKind } from '../storage/item-kind.ts'
import { Refused, type Write } from '../storage/write.ts'
import type { World } from '../world.ts'
import { searchPatterns } from './access-patterns.ts'

/** Chunks of an index: 64 hold 15,000 shops in items of some 15 KB, and 300,000 before one nears the item limit. */
const CHUNKS = 64
const MOST_FOLDED_AT_ONCE = 90

const FindDocument = z.object({
  id: z.string(),
  /** Of the object it stands for: the higher one is newer, whatever came last. */
  version: z.number().int(),
  /** Where it lies, so that a search can be kept within places. */
  place: z.string(),
  /** Texts by field; several readings or numbers are parted by `|`. */
  texts: z.record(z.string(), z.string()),
})
/** What a search index knows of one object. */
export type FindDocument = z.infer<typeof FindDocument>

const chunkKind = itemKind(
  'find-chunk',
  1,
  z.object({ version: z.number().int(), packed: z.instanceof(Uint8Array) }),
)
const newKind = itemKind('find-new', 1, z.object({ document: FindDocument, notedAt: z.string() }))
const headKind = itemKind('find-head', 1, z.looseObject({}))

/** Notes that an object changed; done twice it is one note. */
export async function noteChange(
  { table, clock }: World,
  index: string,
  eventId: string,
  document: FindDocument,
): Promise<void> {
  const key = keyOf(searchPatterns.findNew, { index, eventId })
  await table.commit([{ put: { ...newKind.write({ document, notedAt: clock.now() }), ...key } }])
}

export type Note = { key: Key; document: FindDocument; notedAt: string }

/** What changed since the chunks were made. */
export async function notesOf(table: Table, index: string): Promise<Note[]> {
  const items = await table.queryAll(searchPatterns.findNew, { index }, { isStrong: true })
  return items.map((item) => ({
    key: { pk: String(item.pk), sk: String(item.sk) },
    ...newKind.read(item),
  }))
}

/** The versions of the chunks, by chunk; a chunk that is not there has none. */
export async function chunkVersions(table: Table, index: string): Promise<Map<string, number>> {
  const item = await table.get(headKey(index), { isStrong: true })
  const found = Object.entries(headKind.readMaybe(item) ?? {}).filter(([name]) => name.startsWith('chunk'))
  return new Map(found.map(([name, version]) => [name.slice('chunk'.length), Number(version)]))
}

/** The documents of some chunks, by chunk. */
export async function documentsOf(
  table: Table,
  index: string,
  chunks: readonly string[],
): Promise<Map<string, { version: number; documents: FindDocument[] }>> {
  const items = await table.getMany(
    chunks.map((chunk) => chunkKey(index, chunk)),
    { isStrong: true },
  )
  return new Map(chunks.map((chunk, at) => [chunk, readChunk(items[at])]))
}

/** In which chunk a document lies: the same for everyone. */
export function chunkOf(id: string): string {
  const characters = derivedCharacters('find', id)
  let sum = 0
  for (const character of characters) sum = (sum * 31 + character.charCodeAt(0)) % CHUNKS
  return String(sum).padStart(2, '0')
}

/** Puts changes into one chunk and takes their notes away, all at once; false when another was quicker. */
export async function foldChunk(
  table: Table,
  index: string,
  chunk: string,
  notes: readonly Note[],
): Promise<boolean> {
  const before = readChunk(await table.get(chunkKey(index, chunk), { isStrong: true }))
  const taken = notes.slice(0, MOST_FOLDED_AT_ONCE)
  const after = merged([...before.documents, ...taken.map(({ document }) => document)])
  const gone = taken.map(({ key }): Write => ({ delete: key }))
  const isSame = JSON.stringify(after) === JSON.stringify(before.documents)
  try {
    const puts = isSame ? [] : chunkWrites(index, chunk, after, before.version)
    await table.commit([...puts, ...gone])
    return true
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}

/** Puts a chunk together anew from the documents that belong there; what is newer there, or came meanwhile, stays. */
export async function replaceChunk(
  table: Table,
  index: string,
  chunk: string,
  documents: readonly FindDocument[],
): Promise<void> {
  const before = readChunk(await table.get(chunkKey(index, chunk), { isStrong: true }))
  const after = merged([...documents, ...before.documents])
  if (JSON.stringify(after) === JSON.stringify(before.documents)) return
  await table.commit(chunkWrites(index, chunk, after, before.version))
}

/** All chunks there can be. */
export const allChunks: readonly string[] = Array.from({ length: CHUNKS }, (_, at) =>
  String(at).padStart(2, '0'),
)

function chunkWrites(
  index: string,
  chunk: string,
  documents: readonly FindDocument[],
  before: number,
): Write[] {
  const version = before + 1
  const packed = deflateRawSync(JSON.stringify(documents))
  return [
    {
      put: { ...chunkKind.write({ version, packed }), ...chunkKey(index, chunk) },
      when: before === 0 ? { absent: true } : { equals: { version: before } },
    },
    {
      update: headKey(index),
      change: { set: { k: headKind.kind, s: headKind.schema, [`chunk${chunk}`]: version } },
    },
  ]
}

/** The newest of each document, in the order of their ids: the same set gives the same bytes. */
function merged(documents: readonly FindDocument[]): FindDocument[] {
  const newest = new Map<string, FindDocument>()
  for (const document of documents) {
    const known = newest.get(document.id)
    if (!known || known.version < document.version) newest.set(document.id, document)
  }
  return [...newest.values()].sort((left, right) => (left.id < right.id ? -1 : 1)).map(inOrder)
}

function inOrder({ id, version, place, texts }: FindDocument): FindDocument {
  const sorted = Object.entries(texts).sort(([left], [right]) => (left < right ? -1 : 1))
  return { id, version, place, texts: Object.fromEntries(sorted) }
}

function readChunk(item: Item | undefined): { version: number; documents: FindDocument[] } {
  const chunk = chunkKind.readMaybe(item)
  if (!chunk) return { version: 0, documents: [] }
  const text = inflateRawSync(chunk.packed).toString()
  return { version: chunk.version, documents: z.array(FindDocument).parse(JSON.parse(text)) }
}

function chunkKey(index: string, chunk: string): Key {
  return keyOf(searchPatterns.findChunk, { index, chunk })
}

function headKey(index: string): Key {
  return keyOf(searchPatterns.findHead, { index })
}
