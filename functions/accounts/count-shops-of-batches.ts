import { sideBySide } from '#platform/side-by-side'
import type { World } from '#platform/world'
import { accountKey, readAccount } from './account-store.ts'
import { allCustomerIds } from './customer-store.ts'

const ACCOUNTS_A_READ = 100
const READS_AT_ONCE = 8

/** How many customers belong to each of these batches, by what their accounts say now; a batch that has none is left
 * out. It reads every account, so it is for what is done seldom. */
export async function countShopsOfBatches(
  world: World,
  batches: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  const customerIds = await allCustomerIds(world.table)
  const steps = Array.from({ length: Math.ceil(customerIds.length / ACCOUNTS_A_READ) }, (_, step) =>
    customerIds.slice(step * ACCOUNTS_A_READ, (step + 1) * ACCOUNTS_A_READ),
  )
  await sideBySide(steps, READS_AT_ONCE, async (ids) => {
    const items = await world.table.getMany(ids.map(accountKey), { isStrong: true })
    for (const batch of items.map((item) => readAccount(item)?.batch))
      if (batch !== undefined && batches.includes(batch)) counts.set(batch, (counts.get(batch) ?? 0) + 1)
  })
  return counts
}
