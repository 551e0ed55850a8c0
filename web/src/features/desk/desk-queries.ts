import type { Customer, FoundCustomer } from '#shared/accounts'
import type { Basket } from '#shared/drafts'
import type { Contact, Member } from '#shared/identity'
import type { CustomerId, OrderId } from '#shared/ids'
import type { ShopDay } from '#shared/notifications'
import type { UnitObjection } from '#shared/objections'
import type { OrderHead } from '#shared/orders'
import { ApiProblem, read } from '../../api.ts'
import { readBasket, readOrder, readOrders } from '../orders/order-queries.ts'

const LATEST = 5

/** What the desk shows of a shop; what the asker may not see is not there. */
export type DeskShop = {
  customer: Customer
  day: ShopDay
  receivedAt: number
  orders: readonly OrderHead[]
  basket?: Basket
  people: ReadonlyArray<Pick<Member & Contact, 'personId' | 'name' | 'phone'> & Partial<Member & Contact>>
}

export function findCallersQuery(text: string) {
  return {
    queryKey: ['callers', text],
    queryFn: () => read<{ items: FoundCustomer[] }>('/customers/found', text),
    enabled: text !== '',
  }
}

export function deskShopQuery(customerId: CustomerId) {
  return { queryKey: ['desk', customerId], queryFn: () => readDeskShop(customerId) }
}

async function readDeskShop(customerId: CustomerId): Promise<DeskShop> {
  const of = `/customers/${customerId}`
  const [customer, day, orders, basket, members, contacts] = await Promise.all([
    read<Customer>(of),
    read<ShopDay>(`${of}/obligations`),
    readOrders(customerId, undefined, LATEST),
    ifAllowed(readBasket(customerId)),
    ifAllowed(read<{ items: Member[] }>(`${of}/members`)),
    ifAllowed(read<{ items: Contact[] }>(`${of}/contacts`)),
  ])
  const active = (members?.items ?? []).filter(({ isDisabled }) => !isDisabled)
  const known = new Set<string>(active.map(({ personId }) => personId))
  const others = (contacts?.items ?? []).filter(({ personId }) => !known.has(personId))
  const people = [...active, ...others]
  return { customer, day, receivedAt: Date.now(), orders: orders.items, basket, people }
}

/** What a role may not see is left out; anything else that fails fails the page. */
async function ifAllowed<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 403) return undefined
    throw error
  }
}

export function placedQuery(orderId: OrderId) {
  return { queryKey: ['placed', orderId], queryFn: () => readOrder(orderId) }
}

export const objectionsQuery = {
  queryKey: ['objections'],
  queryFn: () => read<{ items: UnitObjection[] }>('/objections?limit=50'),
}
