import { accountKey, readAccount } from '#accounts'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import type { Basket, SaveBasket } from '#shared/order-drafts'
import { basketWrite, type KeptDraft } from './basket-store.ts'
import { readDraft } from './unspent-draft.ts'

/** The draft of a customer, and whether an order has spent it; an empty one at version 0 when nothing was ever kept. */
export async function getBasket(world: World, customerId: CustomerId): Promise<Basket> {
  const { draft, isSpent } = await readDraft(world, customerId)
  return viewOf(draft, isSpent)
}

/** Keeps a draft in place of version `baseVersion`; throws `orders.basket_changed` when there is a newer one. */
export async function saveBasket(
  world: World,
  input: SaveBasket & { customerId: CustomerId; baseVersion: number },
): Promise<Basket> {
  const { baseVersion, ...draft } = input
  const account = readAccount(await world.table.get(accountKey(input.customerId), { isStrong: true }))
  const draftsSpent = account?.draftsSpent ?? 0
  const kept = { ...draft, version: baseVersion + 1, changedAt: world.clock.now(), draftsSpent }
  await world.table.commit([basketWrite(kept)])
  return viewOf(kept, false)
}

function viewOf({ draftsSpent: _, ...basket }: KeptDraft, isSpent: boolean): Basket {
  return { ...basket, isSpent }
}
