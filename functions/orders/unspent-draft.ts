import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import type { Basket } from '#shared/order-drafts'
import { storedBasket } from './basket-store.ts'
import { ordersOfCustomer } from './head-store.ts'
import { firstVersionKey, readVersion } from './version-store.ts'

/** A draft is spent by an order of late; older ones were drafts before this one. */
const LOOK_BACK = 4

/** The draft of a customer that no order has spent, with the lines that ask for something; undefined when there is none. */
export async function unspentDraft(world: World, customerId: CustomerId): Promise<Basket | undefined> {
  const basket = await storedBasket(world.table, customerId)
  const lines = basket.lines.filter(({ quantity }) => quantity > 0)
  if (lines.length === 0) return undefined
  const { heads } = await ordersOfCustomer(world.table, customerId, LOOK_BACK, undefined, { isStrong: true })
  const keys = heads.map(({ f }) => firstVersionKey(customerId, f))
  const firsts = await world.table.getMany(keys, { isStrong: true })
  const isSpent = firsts.some((item) => readVersion(item)?.b === basket.version)
  return isSpent ? undefined : { ...basket, lines }
}
