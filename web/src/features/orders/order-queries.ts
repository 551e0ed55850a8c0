import type { CycleView } from '#shared/calendar'
import type { Assortment } from '#shared/catalogue'
import type {
  Basket,
  OrderList,
  PastQuantities,
  SaveBasket,
  SaveOrderList,
  SaveStock,
  StandingDraft,
  Stock,
} from '#shared/drafts'
import type { HistoryEntry } from '#shared/history'
import type { CustomerId, OrderId } from '#shared/ids'
import type { OrderTally } from '#shared/order-tally'
import type { ChangeOrder, Order, OrderDetails, OrderHead, PlaceOrder, UnitOrder } from '#shared/orders'
import type { Page } from '#shared/paging'
import type { OrderDecision } from '#shared/supply'
import { query, read, readTimed, write } from '../../api.ts'

export function readAssortment(customerId: CustomerId): Promise<{ answer: Assortment; receivedAt: number }> {
  return readTimed(`/customers/${customerId}/assortment`)
}

/** By what limits the lines of an order were judged. */
export function readDecision(orderId: OrderId): Promise<OrderDecision> {
  return read(`/orders/${orderId}/decision`)
}

/** What was ordered in the last four cycles before `current`. */
export function readPastQuantities(customerId: CustomerId, current?: string): Promise<PastQuantities> {
  return read(`/customers/${customerId}/past-quantities${query({ current })}`)
}

/** The orders one may see, counted: those of a cycle, else those of the last seven days. */
export function readTally(cycleId?: string): Promise<OrderTally> {
  return read(`/order-tally${query({ cycleId })}`)
}

export function readBasket(customerId: CustomerId): Promise<Basket> {
  return read(`/customers/${customerId}/basket`)
}

export function saveBasket(basket: SaveBasket & Pick<Basket, 'customerId' | 'version'>): Promise<Basket> {
  const { customerId, version, ...body } = basket
  return write('PUT', `/customers/${customerId}/basket`, { body, version })
}

/** Whether the draft of a customer is placed by itself at the cut-off. */
export function readStandingDraft(customerId: CustomerId): Promise<StandingDraft> {
  return read(`/customers/${customerId}/standing-draft`)
}

export function saveStandingDraft(draft: StandingDraft): Promise<StandingDraft> {
  const { customerId, version, isOn, leavesOut } = draft
  return write('PUT', `/customers/${customerId}/standing-draft`, { body: { isOn, leavesOut }, version })
}

export function readStock(customerId: CustomerId): Promise<Stock> {
  return read(`/customers/${customerId}/stock`)
}

/** Says what the shop still has of some products; `null` forgets a count. */
export function saveStock(
  customerId: CustomerId,
  version: number,
  items: SaveStock['items'],
): Promise<Stock> {
  return write('PUT', `/customers/${customerId}/stock`, { body: { items }, version })
}

export function readOrderLists(customerId: CustomerId): Promise<{ items: OrderList[] }> {
  return read(`/customers/${customerId}/order-lists`)
}

export function createOrderList(
  customerId: CustomerId,
  key: string,
  body: SaveOrderList,
): Promise<OrderList> {
  return write('POST', `/customers/${customerId}/order-lists`, { body, key })
}

export function saveOrderList(
  customerId: CustomerId,
  listId: OrderList['listId'],
  version: number,
  body: SaveOrderList,
): Promise<OrderList> {
  return write('PUT', `/customers/${customerId}/order-lists/${listId}`, { body, version })
}

export function removeOrderList(
  customerId: CustomerId,
  { listId, version }: Pick<OrderList, 'listId' | 'version'>,
): Promise<void> {
  return write('DELETE', `/customers/${customerId}/order-lists/${listId}`, { version })
}

/** The cells of a file's rows; nothing of it is kept. */
export function readOrderRows(customerId: CustomerId, content: string): Promise<{ rows: string[][] }> {
  return write('POST', `/customers/${customerId}/order-rows`, { body: { content } })
}

/** A page of a customer's orders; with a text only those whose number, or the shop's own, holds it. */
export function readOrders(
  customerId: CustomerId,
  cursor?: string,
  limit = 20,
  text?: string,
): Promise<Page<OrderHead>> {
  return read(`/customers/${customerId}/orders${query({ limit, cursor, text })}`)
}

const MOST_FOUND_BY = 40

/** What was typed to find orders by, as the server takes it. */
export function findText(typed: string): string {
  return typed.trim().slice(0, MOST_FOUND_BY)
}

/** The orders of my units in a cycle, else the latest. */
export function readUnitOrders(
  asked: Readonly<Record<'unitPath' | 'cycleId' | 'text' | 'state' | 'behalf', string>>,
  cursor?: string,
): Promise<Page<UnitOrder>> {
  return read(`/orders${query({ ...asked, cursor, limit: 50 })}`)
}

export function readOrder(orderId: OrderId): Promise<OrderDetails> {
  return read(`/orders/${orderId}`)
}

export function readHistory(orderId: OrderId): Promise<{ items: HistoryEntry[] }> {
  return read(`/orders/${orderId}/history`)
}

export function placeOrder(body: PlaceOrder, key: string): Promise<Order> {
  return write('POST', '/orders', { body, key })
}

export function changeOrder(orderId: OrderId, version: number, body: ChangeOrder): Promise<Order> {
  return write('PUT', `/orders/${orderId}`, { body, version })
}

export function cancelOrder(orderId: OrderId, version: number): Promise<Order> {
  return write('POST', `/orders/${orderId}/cancellation`, { version })
}

/** The recent and coming cycles, the one that closes last at the beginning: a moved one is not where its first day was. */
export const cyclesQuery = {
  queryKey: ['cycles'],
  queryFn: async () => {
    const { items } = await read<{ items: CycleView[] }>('/cycles')
    return { items: items.toSorted((left, right) => (left.closesAt < right.closesAt ? 1 : -1)) }
  },
  staleTime: 600_000,
}
