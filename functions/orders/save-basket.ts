import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import type { Basket, SaveBasket } from '#shared/order-drafts'
import { basketWrite, storedBasket } from './basket-store.ts'

/** The draft of a customer; an empty one at version 0 when nothing was ever kept. */
export function getBasket(world: World, customerId: CustomerId): Promise<Basket> {
  return storedBasket(world.table, customerId)
}

/** Keeps a draft in place of version `baseVersion`; throws `orders.basket_changed` when there is a newer one. */
export async function saveBasket(
  world: World,
  input: SaveBasket & { customerId: CustomerId; baseVersion: number },
): Promise<Basket> {
  const { baseVersion, ...draft } = input
  const basket = { ...draft, version: baseVersion + 1, changedAt: world.clock.now() }
  await world.table.commit([basketWrite(basket)])
  return basket
}
