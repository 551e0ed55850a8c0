import { accountKey, readAccount } from '#accounts'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import { basketKey, type KeptDraft, readBasket } from './basket-store.ts'
import { isSpent } from './draft-rules.ts'
import { lastOrderChange } from './head-store.ts'

type Draft = { draft: KeptDraft; isSpent: boolean; accountVersion: number }

/** The draft of a customer, whether an order has spent it, and the version of the account up to which that is so. */
export async function readDraft(world: World, customerId: CustomerId): Promise<Draft> {
  const keys = [basketKey(customerId), accountKey(customerId)]
  const [basketItem, accountItem] = await world.table.getMany(keys, { isStrong: true })
  const draft = readBasket(customerId, basketItem)
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

/** The draft of a customer that no order has spent, with the lines that ask for something; undefined when there is none. */
export async function unspentDraft(
  world: World,
  customerId: CustomerId,
): Promise<{ draft: KeptDraft; accountVersion: number } | undefined> {
  const { draft, isSpent, accountVersion } = await readDraft(world, customerId)
  const lines = draft.lines.filter(({ quantity }) => quantity > 0)
  return isSpent || lines.length === 0 ? undefined : { draft: { ...draft, lines }, accountVersion }
}
