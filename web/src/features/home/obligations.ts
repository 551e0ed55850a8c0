import type { Assortment } from '#shared/catalogue'
import type { ProductId } from '#shared/ids'
import { orderTotal } from '#shared/order-rules'
import type { Basket, OrderHead } from '#shared/orders'

/** What a dealer's home page is made from. */
export type DealerDay = { assortment: Assortment; receivedAt: number; basket?: Basket; latest?: OrderHead }

/** One thing that is due, with what its card shows. Each room adds its kind here. */
export type Obligation = {
  kind: 'order'
  closesAt: string
  draft: { count: number; total: number }
  available?: number
  lastOrderId?: string
}

/** What a dealer has to do now, the first to run out first. */
export function obligationsOf({ assortment, basket, latest }: DealerDay): Obligation[] {
  const { cycle, currentOrder, company, available, items } = assortment
  const isOrderDue = cycle?.isOpen && !(company.oneOrderACycle && currentOrder)
  if (!cycle || !isOrderDue) return []
  const isFresh = basket && (basket.changedAt ?? '') > (latest?.changedAt ?? '')
  const lines = isFresh ? basket.lines.filter(({ quantity }) => quantity > 0) : []
  const offers = new Map<ProductId, Assortment['items'][number]>(items.map((item) => [item.productId, item]))
  const total = orderTotal(lines, (productId) => offers.get(productId))
  const due: Obligation[] = [
    {
      kind: 'order',
      closesAt: cycle.closesAt,
      draft: { count: lines.length, total },
      available,
      lastOrderId: latest && latest.state !== 'cancelled' ? latest.orderId : undefined,
    },
  ]
  return due.sort((one, other) => (one.closesAt < other.closesAt ? -1 : 1))
}
