// One list over several places, one after the other (the subtrees of a person), with one cursor for all.
import type { Page, PageQuery } from '#shared/paging'
import { cursorFrom, keyWithinCursor } from './cursor.ts'
import type { Item } from './item-kind.ts'

/** A page of one place: what it found, and where it stands unless that place is exhausted. */
export type PlacePage<Found> = { found: Found[]; last?: Item }

type Asked = PageQuery & { question: string; secret: string }

/** The next page over all `places`, loading one after the other until `limit` is reached. */
export async function pageThrough<Place, Found>(
  places: readonly Place[],
  { question, secret, limit, cursor }: Asked,
  load: (place: Place, limit: number, after: Item | undefined) => Promise<PlacePage<Found>>,
): Promise<Page<Found>> {
  const start = keyWithinCursor(cursor, question, secret)
  const items: Found[] = []
  let after = asItem(start?.after)
  for (let at = Number(start?.at ?? 0); at < places.length; at++) {
    const place = places[at]
    if (place === undefined) break
    if (items.length === limit) return { items, nextCursor: cursorFrom({ at }, question, secret) }
    const { found, last } = await load(place, limit - items.length, after)
    items.push(...found)
    if (last) return { items, nextCursor: cursorFrom({ at, after: last }, question, secret) }
    after = undefined
  }
  return { items }
}

function asItem(value: unknown): Item | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined
}
