import type { SettledOrder } from '#orders'
import type { Write } from '#platform/storage/write'
import { orderIdOf } from '#shared/ids'
import { closingLineWrite, lateCountWrite } from './report-store.ts'

/** What the report of a cycle is to say of an order that was settled: nothing of one that was simply confirmed. */
export function reportOfSettled({ customerId, head, outcome }: SettledOrder): Write[] {
  const line = { orderId: orderIdOf(customerId, head.r), number: head.num, total: head.t, outcome }
  const isPlain = outcome === 'confirmed' && head.st === 'placed'
  return [
    ...(isPlain ? [] : [closingLineWrite(head.cy, { ...line, customerId, what: String(head.r) })]),
    ...(head.st === 'awaiting-funds' ? [lateCountWrite(head.cy, outcome)] : []),
  ]
}
