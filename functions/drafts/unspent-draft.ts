import { accountKey, readAccount } from '#accounts'
import { lastOrderChange } from '#orders'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import { basketKey, type KeptDraft, readBasket } from './basket-store.ts'
import { asShopLeftIt, isSpent, linesToPlace } from './draft-rules.ts'

/** A draft that no order has spent, and the version of the account up to which that is so. */
type Unspent = { draft: KeptDraft; accountVersion: number }
type Which = { isOfShop?: boolean }

/** The draft of a customer, whole or as the shop itself left it, and whether an order has spent it. */
export async function readDraft(
  world: World,
  customerId: CustomerId,
  { isOfShop }: Which = {},
): Promise<Unspent & { isSpent: boolean }> {
  const keys = [basketKey(customerId), accountKey(customerId)]
  const [basketItem, accountItem] = await world.table.getMany(keys, { isStrong: true })
  const whole = readBasket(customerId, basketItem)
  const draft = isOfShop ? asShopLeftIt(whole) : whole
  const account = readAccount(accountItem)
  const { draftsSpent } = account ?? {}
  const isCounted = draftsSpent !== undefined || draft.draftsSpent !== undefined
  const isKept = draft.version > 0
  const at = isCounted || !isKept ? undefined : await lastOrderChange(world.table, customerId)
  return {
    draft,
    isSpent: isKept && isSpent(draft, { draftsSpent, lastOrderChange: at }),
    accountVersion: account?.version ?? 0,
  }
}

/** The draft of a customer that no order has spent, with the lines that may be placed; undefined when there is none. */
export async function unspentDraft(
  world: World,
  customerId: CustomerId,
  which: Which = {},
): Promise<Unspent | undefined> {
  const { draft, isSpent, accountVersion } = await readDraft(world, customerId, which)
  const lines = linesToPlace(draft)
  return isSpent || lines.length === 0 ? undefined : { draft: { ...draft, lines }, accountVersion }
}
