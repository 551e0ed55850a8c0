import type { Company } from '#shared/accounts'
import type { FirstStep, FirstSteps } from '#shared/company'
import type { CustomerId, MessageId } from '#shared/ids'
import type { InboxMessage, ShopDay, StaffDay } from '#shared/notifications'
import type { OrderHead } from '#shared/orders'
import type { Page } from '#shared/paging'
import { read, write } from '../../api.ts'
import { readOrders } from '../orders/order-queries.ts'

const MOST_NEWS = 5

/** What a dealer's home page is made from. */
export type DealerDay = {
  day: ShopDay
  receivedAt: number
  latest?: OrderHead
  news: readonly InboxMessage[]
}

export async function readDealerDay(customerId: CustomerId): Promise<DealerDay> {
  const [day, orders, news] = await Promise.all([
    read<ShopDay>(`/customers/${customerId}/obligations`),
    readOrders(customerId, undefined, 1),
    readNews(),
  ])
  return { day, receivedAt: Date.now(), latest: orders.items[0], news: news.items }
}

export type StaffsDay = {
  day: StaffDay
  timeZone: string
  news: readonly InboxMessage[]
  /** What is left to do until shops can order; none once they can, or for who has no part in it. */
  steps: readonly FirstStep[]
}

export async function readStaffDay(hasPartInBeginning: boolean): Promise<StaffsDay> {
  const [day, news, { timeZone }, { items: steps }] = await Promise.all([
    read<StaffDay>('/obligations'),
    readNews(),
    read<Company>('/company'),
    hasPartInBeginning ? read<FirstSteps>('/company/first-steps') : { items: [] },
  ])
  return { day, timeZone, news: news.items, steps }
}

function readNews(): Promise<Page<InboxMessage>> {
  return read(`/messages?only=unread&limit=${MOST_NEWS}`)
}

/** A message that one follows to what it is about has been read; a mark that is lost is made at the next visit. */
export function leaveRead(messageId: MessageId): void {
  const mark = { body: { messageIds: [messageId] }, keepalive: true }
  write('POST', '/messages/reading', mark).catch(() => undefined)
}
