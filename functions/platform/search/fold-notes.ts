// Moves what changed into the chunks of a search index, and makes an index anew from what is stored.
import { addSeconds } from '#shared/time'
import type { World } from '../world.ts'
import { allChunks, chunkOf, type FindDocument, foldChunk, notesOf, replaceChunk } from './find-store.ts'

const LONGEST_WAIT_SECONDS = 60
const MANY_NOTES = 200

/** Folds all notes of an index into its chunks; answers how many. Any number may do it at once, and a crash is harmless:
 * each chunk changes together with its notes or not at all. */
export async function foldNotes(world: World, index: string): Promise<number> {
  const notes = await notesOf(world.table, index)
  const byChunk = Map.groupBy(notes, ({ document }) => chunkOf(document.id))
  let folded = 0
  for (const [chunk, ofChunk] of byChunk) {
    if (await foldChunk(world.table, index, chunk, ofChunk)) folded += ofChunk.length
  }
  return folded
}

/** Folds the notes of an index when there are many, or when one has waited for a minute: each fold writes whole chunks. */
export async function foldWaitingNotes(world: World, index: string): Promise<number> {
  const notes = await notesOf(world.table, index)
  const isDue = notes.some(({ notedAt }) => notedAt <= addSeconds(world.clock.now(), -LONGEST_WAIT_SECONDS))
  return isDue || notes.length >= MANY_NOTES ? foldNotes(world, index) : 0
}

/** Makes the chunks of an index from all documents there are; notes that came meanwhile are folded as ever. */
export async function rebuildIndex(
  world: World,
  index: string,
  documents: readonly FindDocument[],
): Promise<void> {
  const byChunk = Map.groupBy(documents, ({ id }) => chunkOf(id))
  for (const chunk of allChunks) await replaceChunk(world.table, index, chunk, byChunk.get(chunk) ?? [])
}
