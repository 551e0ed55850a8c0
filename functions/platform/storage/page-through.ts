// One list over several places, one after the other (the subtrees of a person), with one cursor for all.
import type { Page, PageQuery } from '#shared/paging'
import { cursorFrom, keyWithinCursor } from './cursor.ts'
import type { Item } from './item-kind.ts'

/** A page of one place: what it found, and where it stands unless that place is exhausted. */
export type PlacePage<Found> = { found: Found[]; last?: Item }

/** Reads what comes next of a place, and leaves out what does not fit. */
type Load<Place, Found> = (place: Place, limit: number, after: Item | undefined) => Promise<PlacePage<Found>>

type Asked = PageQuery & {
  question: string
  secret: string
  /** Where a filter may pass over many, it reads on until something is found, so often at most before the page is answered
   * empty with a cursor to go on from. */
  isNarrow?: boolean
}

const MOST_READS = 50
const MOST_READS_TO_FILL = 4
const MOST_AT_ONCE = 400

/** The next page over all `places`, loading one after the other until `limit` is reached. A page of a narrow question may
 * be short though more follows. */
export async function pageThrough<Place, Found>(
  places: readonly Place[],
  { question, secret, limit, cursor, isNarrow = false }: Asked,
  load: Load<Place, Found>,
): Promise<Page<Found>> {
  const start = keyWithinCursor(cursor, question, secret)
  const items: Found[] = []
  let after = asItem(start?.after)
  for (let at = Number(start?.at ?? 0); at < places.length; at++) {
    const place = places[at]
    if (place === undefined) break
    if (items.length === limit) return { items, nextCursor: cursorFrom({ at }, question, secret) }
    const most = limit - items.length
    const { found, last } = isNarrow ? await readOn(load, place, most, after) : await load(place, most, after)
    items.push(...found)
    if (last) return { items, nextCursor: cursorFrom({ at, after: last }, question, secret) }
    after = undefined
  }
  return { items }
}

/** Reads on until something is found, many at once where a read found none, and a few times more to fill the page. What would
 * be more than the page holds is read anew, because a page ends where its last read does. */
async function readOn<Place, Found>(
  load: Load<Place, Found>,
  place: Place,
  limit: number,
  from: Item | undefined,
): Promise<PlacePage<Found>> {
  const found: Found[] = []
  let [after, size] = [from, limit]
  for (let left = MOST_READS; left > 0; left--) {
    const rest = limit - found.length
    const page = await load(place, size, after)
    if (page.found.length > rest) {
      size = rest
      continue
    }
    found.push(...page.found)
    after = page.last
    if (!after || found.length === limit) break
    if (found.length > 0) left = Math.min(left, MOST_READS_TO_FILL + 1)
    size = page.found.length === 0 ? MOST_AT_ONCE : limit
  }
  return { found, last: after }
}

function asItem(value: unknown): Item | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined
}
