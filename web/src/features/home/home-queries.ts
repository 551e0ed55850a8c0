import type { Company } from '#shared/accounts'
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

export type StaffsDay = { day: StaffDay; timeZone: string; news: readonly InboxMessage[] }

export async function readStaffDay(): Promise<StaffsDay> {
  const [day, news, { timeZone }] = await Promise.all([
    read<StaffDay>('/obligations'),
    readNews(),
    read<Company>('/company'),
  ])
  return { day, timeZone, news: news.items }
}

function readNews(): Promise<Page<InboxMessage>> {
  return read(`/messages?only=unread&limit=${MOST_NEWS}`)
}

/** A message that one follows to what it is about has been read; a mark that is lost is made at the next visit. */
export function leaveRead(messageId: MessageId): void {
  const mark = { body: { messageIds: [messageId] }, keepalive: true }
  write('POST', '/messages/reading', mark).catch(() => undefined)
}
