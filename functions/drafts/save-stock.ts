import { refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { SaveStock, Stock } from '#shared/drafts'
import type { CustomerId } from '#shared/ids'
import { stockWrite, storedStock } from './stock-store.ts'

/** What a shop said it still has; nothing at version 0 when it never did. */
export function getStock(world: World, customerId: CustomerId): Promise<Stock> {
  return storedStock(world.table, customerId)
}

/** Lays counts over those kept, with the time of now; throws `request.changed_meanwhile`. */
export async function saveStock(
  world: World,
  input: SaveStock & { customerId: CustomerId; baseVersion: number },
): Promise<Stock> {
  const { customerId, baseVersion } = input
  const before = await storedStock(world.table, customerId)
  refuseOtherVersion(before.version, baseVersion)
  const typedAt = world.clock.now()
  const counts = new Map(before.items.map((item) => [item.productId, item]))
  for (const { productId, quantity } of input.items) {
    if (quantity === null) counts.delete(productId)
    else counts.set(productId, { productId, quantity, typedAt })
  }
  const stock = { customerId, version: baseVersion + 1, items: [...counts.values()] }
  await world.table.commit([stockWrite(stock)])
  return stock
}
