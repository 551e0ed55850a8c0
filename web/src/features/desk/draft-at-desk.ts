import type { Basket } from '#shared/drafts'
import type { OrderDetails, OrderHead } from '#shared/orders'
import { areSame, contentFrom } from '../orders/entry/draft/quantities.ts'

/** What waits at a shop to be placed: lines of a new order, or a change of the one it has. */
export type DraftAtDesk = { kind: 'none' } | { kind: 'lines' | 'change'; count: number; changedAt: string }

type ChangedOrder = Pick<OrderDetails, 'orderId' | 'lines' | 'note' | 'ownNumber' | 'addressId'>

const standing: ReadonlySet<OrderHead['state']> = new Set(['placed', 'awaiting-funds', 'confirmed'])

/** The order that stands in a cycle; the newest of several. */
export function currentOf(orders: readonly OrderHead[], cycleId: string | undefined): OrderHead | undefined {
  return orders.find((order) => order.cycleId === cycleId && standing.has(order.state))
}

/** The draft as its grid opens it: spent by an order it waits no more, and beside the order that it changes it is a
 * change, when it says something else. */
export function draftAtDesk(basket: Basket, order?: ChangedOrder): DraftAtDesk {
  const { isSpent, changes, changedAt, lines } = basket
  const count = lines.filter(({ quantity }) => quantity > 0).length
  if (isSpent || !changedAt || (changes !== undefined && changes !== order?.orderId)) return { kind: 'none' }
  if (!order) return count > 0 ? { kind: 'lines', count, changedAt } : { kind: 'none' }
  const isSame = areSame(contentFrom(basket), contentFrom(order))
  return isSame ? { kind: 'none' } : { kind: 'change', count, changedAt }
}
