// Finds objects by a few characters: an index in the process's memory, never older than a second.
import { setImmediate } from 'node:timers/promises'
import MiniSearch from 'minisearch'
import { millisecondsOf } from '#shared/time'
import type { Remember } from '../remember.ts'
import type { World } from '../world.ts'
import { chunkVersions, documentsOf, type FindDocument, notesOf } from './find-store.ts'
import {
  lastDigitsTyped,
  lettersTyped,
  plainText,
  wordsOfCode,
  wordsOfName,
  wordsOfPhone,
  wordsOfReading,
  wordsTyped,
} from './words.ts'

/** An index: its name, and how each field is compared: as a name, by its sound, from its beginning, or as a telephone
 * number, from its beginning and by its last digits. */
export type FindIndex = {
  name: string
  fields: Readonly<Record<string, Way>>
}

/** One object found, and the field that matched best. */
export type Found = { id: string; matched: string }

type Copy = {
  search: MiniSearch<FindDocument>
  documents: Map<string, FindDocument>
  chunks: Map<string, number>
  checkedAt: number
  refreshing?: Promise<void>
}

/** Of how many the whole text is looked at; one letter matches thousands. */
const MOST_LOOKED_AT = 200
const MOST_AGE_MILLISECONDS = 1000
const boosts = { beginning: 4, telephone: 4, name: 3, sound: 2 } as const
type Way = keyof typeof boosts
// Worlds of one process share their memory of snapshots; a copy of an index belongs to it.
const copies = new WeakMap<Remember, Map<string, Copy>>()

/** The objects that match all that was typed, best first, at most `limit`, of those for which `isWithin` holds. */
export async function findDocuments(
  world: World,
  index: FindIndex,
  asked: { text: string; limit: number; isWithin(place: string): boolean },
): Promise<Found[]> {
  const { search, documents } = await freshCopy(world, index)
  const answer = (words: string[]) =>
    search.search(words.join(' '), {
      tokenize: () => words,
      prefix: true,
      combineWith: 'AND',
      filter: ({ id }) => asked.isWithin(documents.get(id)?.place ?? ''),
    })
  const typed = wordsTyped(asked.text)
  if (typed.length === 0) return []
  const byWords = answer(typed)
  const lastDigits = lastDigitsTyped(asked.text)
  const byEnd = lastDigits === undefined ? [] : answer([lastDigits])
  const found = [...(byWords.length > 0 ? byWords : answer(lettersTyped(asked.text))), ...byEnd]
  const results = [...Map.groupBy(found, ({ id }) => id).values()].flatMap(([first]) => first ?? [])
  const likely = results.slice(0, MOST_LOOKED_AT)
  const whole = plainText(asked.text)
  const holdsWhole = (id: string) =>
    Object.values(documents.get(id)?.texts ?? {}).some((text) => plainText(text).includes(whole))
  const ranked = [...likely.filter(({ id }) => holdsWhole(id)), ...likely.filter(({ id }) => !holdsWhole(id))]
  return ranked.slice(0, asked.limit).map(({ id, match }) => ({ id, matched: bestField(index, match) }))
}

function bestField({ fields }: FindIndex, match: Record<string, string[]>): string {
  const matched = Object.values(match).flat()
  const weigh = (field: string) => boosts[fields[field] ?? 'sound']
  return matched.sort((left, right) => weigh(right) - weigh(left))[0] ?? ''
}

async function freshCopy(world: World, index: FindIndex): Promise<Copy> {
  const known = copies.get(world.remember) ?? new Map<string, Copy>()
  copies.set(world.remember, known)
  const copy = known.get(index.name) ?? emptyCopy(index)
  known.set(index.name, copy)
  const age = millisecondsOf(world.clock.now()) - copy.checkedAt
  if (age < 0 || age > MOST_AGE_MILLISECONDS) {
    copy.refreshing ??= refresh(world, index, copy).finally(() => {
      copy.refreshing = undefined
    })
    await copy.refreshing
  }
  return copy
}

// Notes are read before the head: what is folded in between stands in a chunk whose new version the head names.
async function refresh(world: World, { name }: FindIndex, copy: Copy): Promise<void> {
  const checkedAt = millisecondsOf(world.clock.now())
  const notes = await notesOf(world.table, name)
  const versions = await chunkVersions(world.table, name)
  const changed = [...versions].filter(([chunk, version]) => copy.chunks.get(chunk) !== version)
  const loaded = await documentsOf(
    world.table,
    name,
    changed.map(([chunk]) => chunk),
  )
  for (const [chunk, { version, documents }] of loaded) {
    for (const document of documents) take(copy, document)
    copy.chunks.set(chunk, version)
    // A first load takes a while; other requests go on between chunks.
    await setImmediate()
  }
  for (const { document } of notes) take(copy, document)
  copy.checkedAt = checkedAt
}

function take(copy: Copy, document: FindDocument): void {
  const known = copy.documents.get(document.id)
  if (known && known.version >= document.version) return
  if (known) copy.search.discard(document.id)
  copy.search.add(document)
  copy.documents.set(document.id, document)
}

function emptyCopy({ fields }: FindIndex): Copy {
  const search = new MiniSearch<FindDocument>({
    fields: Object.keys(fields),
    extractField: (document, field) => (field === 'id' ? document.id : (document.texts[field] ?? '')),
    tokenize: (text, field) => wordsOf(fields[field ?? ''] ?? 'name', text),
    processTerm: (term) => term,
    searchOptions: {
      boost: Object.fromEntries(Object.entries(fields).map(([field, way]) => [field, boosts[way]])),
    },
  })
  return { search, documents: new Map(), chunks: new Map(), checkedAt: Number.NEGATIVE_INFINITY }
}

function wordsOf(way: Way, text: string): string[] {
  const parts = text.split('|').filter(Boolean)
  if (way === 'name') return parts.flatMap(wordsOfName)
  if (way === 'sound') return [...new Set(parts.flatMap(wordsOfReading))]
  return parts.flatMap(way === 'telephone' ? wordsOfPhone : wordsOfCode)
}
