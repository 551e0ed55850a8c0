import { getCompany } from '#accounts'
import { orderInShort } from '#orders'
import type { Event } from '#platform/events/event-store'
import type { World } from '#platform/world'
import { isId, type OrderId } from '#shared/ids'
import { moneyWords } from './fact-words.ts'
import { shopTold } from './who-is-told.ts'

/** What every message about an order says, and to whom: the owners of its shop. What the event does not tell is read
 * from the order; undefined when shop or order are not there. */
export async function orderTold(world: World, event: Event) {
  const { customerId, orderId } = event.about
  const told = await shopTold(world, customerId, ['owner'])
  const order = isOrderId(orderId) ? await orderInShort(world, orderId) : undefined
  const number = event.change.number ?? order?.number
  const said = event.change.total
  const total = typeof said === 'number' ? said : order?.total
  if (!told || number === undefined || total === undefined) return undefined
  const { currency, timeZone } = await getCompany(world)
  const to = isOrderId(orderId) ? `orders/${orderId}/` : 'orders/'
  return {
    facts: { shop: told.shop, number: String(number), total: moneyWords(Number(total), currency) },
    rest: { personIds: told.personIds, customerId: told.customerId, to },
    currency,
    timeZone,
  }
}

function isOrderId(orderId: unknown): orderId is OrderId {
  return isId('order', orderId)
}
