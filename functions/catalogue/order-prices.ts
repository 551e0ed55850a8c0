import type { RunJob } from '#platform/jobs/run-jobs'
import { sideBySide } from '#platform/side-by-side'
import type { Item } from '#platform/storage/item-kind'
import { unlessMeanwhile } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import { pricesWithoutCode, priceWrite, type StoredPrice, storedLists } from './price-store.ts'
import { productsWithIds } from './product-store.ts'

const AT_ONCE = 8

/** A job that puts the price rows of before into the order of their products' codes, by which lists are paged. Done again,
 * it changes nothing. */
export const orderPrices: RunJob = async (world, _job, keep) => {
  let done = 0
  for (const { list } of await storedLists(world.table)) {
    let after: Item | undefined
    do {
      const { rows, last } = await pricesWithoutCode(world.table, list, after)
      await orderRows(world, rows)
      done += rows.length
      after = last
      await keep({ done, total: 0 })
    } while (after)
  }
}

async function orderRows(world: World, rows: readonly StoredPrice[]): Promise<void> {
  const products = await productsWithIds(
    world.table,
    rows.map(({ productId }) => productId),
  )
  await sideBySide(rows.entries(), AT_ONCE, async ([at, row]) => {
    const code = products[at]?.code
    // A row that was changed meanwhile has its code from the change.
    if (code) await unlessMeanwhile(() => world.table.commit([priceWrite({ ...row, code }, row)]))
  })
}
