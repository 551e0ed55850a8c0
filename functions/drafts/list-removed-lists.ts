import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { RemovedList } from '#shared/drafts'
import type { CustomerId } from '#shared/ids'
import type { Page, PageQuery } from '#shared/paging'
import { removedLists, storedLists } from './list-store.ts'

/** A page of the lists that a customer has deleted, the last one first; favourites that are there again are left out. */
export async function listRemovedLists(
  world: World,
  asker: string,
  { customerId, limit, cursor }: PageQuery & { customerId: CustomerId },
): Promise<Page<RemovedList>> {
  const question = `removed lists ${asker} ${customerId}`
  const after = keyWithinCursor(cursor, question, world.config.secret)
  const [{ found, last }, lists] = await Promise.all([
    removedLists(world.table, customerId, limit, after),
    storedLists(world.table, customerId),
  ])
  const there = new Set(lists.map(({ listId }) => listId))
  const items = found.filter(({ listId }) => !there.has(listId))
  return { items, nextCursor: cursorFrom(last, question, world.config.secret) }
}
