import { accountKey, readAccount } from '#accounts'
import { namesOfGone } from '#orders'
import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { Basket, SaveBasket } from '#shared/drafts'
import type { CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { basketKey, basketWrite, type KeptContent, type KeptDraft, readBasket } from './basket-store.ts'
import { readDraftToShow } from './unspent-draft.ts'

/** The draft of a customer, whether an order has spent it, and what products of it are called that are on sale no more; an
 * empty one at version 0 when nothing was ever kept. */
export async function getBasket(world: World, customerId: CustomerId): Promise<Basket> {
  const { draft, ...standing } = await readDraftToShow(world, customerId)
  const gone = await namesOfGone(
    world,
    draft.lines.map(({ productId }) => productId),
  )
  return { ...viewOf(draft, standing), ...(Object.keys(gone).length > 0 && { gone }) }
}

/** Keeps a draft in place of version `baseVersion`, and who keeps it: at the cut-off a buyer's is judged as the buyer's, and
 * what staff typed is left out. Throws `orders.basket_changed` when there is a newer one, `orders.draft_spent` when an order
 * went past it since `draftsSpent` was read: who did not see that order would keep what it holds as the next one. */
export async function saveBasket(
  world: World,
  actor: Actor,
  input: SaveBasket & { customerId: CustomerId; baseVersion: number },
): Promise<Basket> {
  const { baseVersion, draftsSpent: seen, ...draft } = input
  const { customerId } = input
  const keys = [basketKey(customerId), accountKey(customerId)]
  const [basketItem, accountItem] = await world.table.getMany(keys, { isStrong: true })
  const draftsSpent = readAccount(accountItem)?.draftsSpent ?? 0
  const before = readBasket(customerId, basketItem)
  if (seen !== undefined && seen < draftsSpent)
    throw new Problem('orders.draft_spent', { current: before.version })
  const kept = {
    ...draft,
    version: baseVersion + 1,
    changedAt: world.clock.now(),
    draftsSpent,
    ...keeperOn(actor, before),
  }
  await world.table.commit([basketWrite(kept)])
  return viewOf(kept, { isSpent: false, draftsSpent })
}

function keeperOn(actor: Actor, before: KeptDraft): Pick<KeptDraft, 'keptBy' | 'ofShop'> {
  if (actor.kind === 'member') return actor.role === 'buyer' ? { keptBy: actor.personId } : {}
  if (actor.kind !== 'staff') return {}
  const { customerId: _, version, ofShop, ...content } = before
  const own: KeptContent | null = version > 0 ? content : null
  return { ofShop: ofShop === undefined ? own : ofShop }
}

function viewOf(draft: KeptDraft, standing: { isSpent: boolean; draftsSpent: number }): Basket {
  const { draftsSpent: _, keptBy: __, ofShop: ___, ...basket } = draft
  return { ...basket, isSpent: standing.isSpent, draftsSpent: standing.draftsSpent }
}
