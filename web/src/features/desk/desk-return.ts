import type { CustomerId, OrderId } from '#shared/ids'
import { keep, readKept } from '../../kept.ts'

/** Remembers that the shop's grid was opened from the desk. */
export function leaveDesk(customerId: CustomerId): void {
  keep('desk', customerId)
}

/** Where to go once an order is placed: back to the desk, when one came from there. */
export function pageAfterPlacing(customerId: CustomerId, orderId: OrderId): string {
  if (readKept('desk') !== customerId) return `orders/${orderId}/`
  keep('desk', undefined)
  return `staff/desk/?placed=${orderId}`
}
