import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { Page, PageQuery } from '#shared/paging'
import type { RemovedPrice } from '#shared/prices'
import { refuseUnknownList } from './list-prices.ts'
import { removedPrices, storedPricesNamed } from './price-store.ts'
import { productsWithIds } from './product-store.ts'

/** A page of the rows that were taken away from a list, the last one first; a row that is there again is left out.
 * Throws `catalogue.list_not_found`. */
export async function listRemovedPrices(
  world: World,
  asker: string,
  { list, limit, cursor }: PageQuery & { list: string },
): Promise<Page<RemovedPrice>> {
  await refuseUnknownList(world, list)
  const question = `removed prices ${asker} ${list}`
  const after = keyWithinCursor(cursor, question, world.config.secret)
  const { found, last } = await removedPrices(world.table, list, limit, after)
  const [there, products] = await Promise.all([
    storedPricesNamed(world.table, found),
    productsWithIds(
      world.table,
      found.map(({ productId }) => productId),
    ),
  ])
  const items = found.flatMap((row, at) => (there[at] ? [] : [{ ...row, name: products[at]?.name }]))
  return { items, nextCursor: cursorFrom(last, question, world.config.secret) }
}
