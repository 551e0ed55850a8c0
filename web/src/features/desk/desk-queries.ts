import type { Customer, FoundCustomer } from '#shared/accounts'
import type { ApprovalCard } from '#shared/approvals'
import type { Contact, Member } from '#shared/identity'
import type { CustomerId, OrderId } from '#shared/ids'
import type { ShopDay } from '#shared/notifications'
import type { UnitObjection } from '#shared/objections'
import type { OrderHead } from '#shared/orders'
import { ApiProblem, read } from '../../api.ts'
import { readWaiting } from '../approvals/approval-queries.ts'
import { readBasket, readOrder, readOrders } from '../orders/order-queries.ts'
import { currentOf, type DraftAtDesk, draftAtDesk } from './draft-at-desk.ts'

const LATEST = 5

/** What the desk shows of a shop; what the asker may not see is not there. */
export type DeskShop = {
  customer: Customer
  day: ShopDay
  receivedAt: number
  orders: readonly OrderHead[]
  /** The order of the cycle that is open or comes next. */
  current?: OrderHead
  /** The order that waits for the owner. */
  waiting?: ApprovalCard
  /** There for who may order for this shop. */
  draft?: DraftAtDesk
  people: ReadonlyArray<Pick<Member & Contact, 'personId' | 'name' | 'phone'> & Partial<Member & Contact>>
}

export function findCallersQuery(text: string) {
  return {
    queryKey: ['callers', text],
    queryFn: () => read<{ items: FoundCustomer[] }>('/customers/found', text),
    enabled: text !== '',
  }
}

/** `isOrdering` adds what only who may order for the shop may read. */
export function deskShopQuery(customerId: CustomerId, isOrdering: boolean) {
  return {
    queryKey: ['desk', customerId, isOrdering],
    queryFn: async (): Promise<DeskShop> => {
      const shop = await readDeskShop(customerId)
      return isOrdering ? { ...shop, ...(await ifAllowed(readOrdering(shop))) } : shop
    },
  }
}

async function readDeskShop(customerId: CustomerId): Promise<DeskShop> {
  const of = `/customers/${customerId}`
  const [customer, day, orders, members, contacts] = await Promise.all([
    read<Customer>(of),
    read<ShopDay>(`${of}/obligations`),
    readOrders(customerId, undefined, LATEST),
    ifAllowed(read<{ items: Member[] }>(`${of}/members`)),
    ifAllowed(read<{ items: Contact[] }>(`${of}/contacts`)),
  ])
  const active = (members?.items ?? []).filter(({ isDisabled }) => !isDisabled)
  const known = new Set<string>(active.map(({ personId }) => personId))
  const others = (contacts?.items ?? []).filter(({ personId }) => !known.has(personId))
  const people = [...active, ...others]
  const current = currentOf(orders.items, day.window?.cycleId)
  return { customer, day, receivedAt: Date.now(), orders: orders.items, current, people }
}

/** What waits to be placed: the draft, an unsubmitted change, and what a buyer asked the owner for. */
async function readOrdering(shop: DeskShop): Promise<Pick<DeskShop, 'waiting' | 'draft'>> {
  const { customer, day, current } = shop
  const { customerId } = customer
  const changed = day.company.oneOrderACycle ? current : undefined
  const [waiting, basket, order] = await Promise.all([
    day.window && readWaiting(customerId, day.window.cycleId),
    readBasket(customerId),
    changed && readOrder(changed.orderId),
  ])
  return { waiting, draft: draftAtDesk(basket, order) }
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
