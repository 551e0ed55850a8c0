import { type Account, accountKey, readAccount } from '#accounts'
import { headKey, lastOrderChange, readHead, readVersion, versionKey } from '#orders'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import { basketKey, type KeptDraft, readBasket } from './basket-store.ts'
import { asShopLeftIt, isNewerThanItsOrder, isSpent, linesToPlace, withoutOrdered } from './draft-rules.ts'

/** A draft that no order has spent, and the version of the account up to which that is so. */
type Unspent = { draft: KeptDraft; accountVersion: number }
type Which = { isOfShop?: boolean }
type Found = Unspent & { isSpent: boolean; draftsSpent: number }

/** The draft of a customer as its pages show it: of one that was kept on after the version that was ordered, what the order
 * does not hold still stands. By itself it is not placed, for nobody has seen it since. */
export async function readDraftToShow(world: World, customerId: CustomerId): Promise<Found> {
  const { found, account } = await readWithAccount(world, customerId)
  if (!found.isSpent || !account || !isNewerThanItsOrder(found.draft, account)) return found
  const ordered = await linesOfLatest(world, account)
  const lines = ordered ? withoutOrdered(found.draft.lines, ordered) : []
  return lines.length === 0 ? found : { ...found, isSpent: false, draft: { ...found.draft, lines } }
}

/** The draft of a customer, whole or as the shop itself left it, whether an order has spent it, and the account that tells. */
async function readWithAccount(
  world: World,
  customerId: CustomerId,
  isOfShop?: boolean,
): Promise<{ found: Found; account: Account | undefined }> {
  const keys = [basketKey(customerId), accountKey(customerId)]
  const [basketItem, accountItem] = await world.table.getMany(keys, { isStrong: true })
  const whole = readBasket(customerId, basketItem)
  const draft = isOfShop ? asShopLeftIt(whole) : whole
  const account = readAccount(accountItem)
  const { draftsSpent } = account ?? {}
  const isCounted = draftsSpent !== undefined || draft.draftsSpent !== undefined
  const isKept = draft.version > 0
  const at = isCounted || !isKept ? undefined : await lastOrderChange(world.table, customerId)
  const found = {
    draft,
    isSpent: isKept && isSpent(draft, { draftsSpent, lastOrderChange: at }),
    draftsSpent: draftsSpent ?? 0,
    accountVersion: account?.version ?? 0,
  }
  return { found, account }
}

/** The bare ids of what the latest order of an account holds, when it is the one that spent a draft. */
async function linesOfLatest({ table }: World, { customerId, running, spentVersion }: Account) {
  const head = readHead(await table.get(headKey(customerId, running), { isStrong: true }))
  const version = head && readVersion(await table.get(versionKey(customerId, head), { isStrong: true }))
  return version && version.b === spentVersion ? new Set(version.l.map(([bare]) => bare)) : undefined
}

/** The draft of a customer that no order has spent, with the lines that may be placed; undefined when there is none. */
export async function unspentDraft(
  world: World,
  customerId: CustomerId,
  which: Which = {},
): Promise<Unspent | undefined> {
  const { found } = await readWithAccount(world, customerId, which.isOfShop)
  const { draft, isSpent, accountVersion } = found
  const lines = linesToPlace(draft)
  return isSpent || lines.length === 0 ? undefined : { draft: { ...draft, lines }, accountVersion }
}
