import { type CustomerId, idOf, orderIdOf } from '#shared/ids'
import { lineAmount } from '#shared/money'
import type { Order, OrderHead, OrderLine } from '#shared/orders'
import type { Head } from './head-store.ts'
import type { StoredLine, Version } from './version-store.ts'

/** A head as the outside sees it. */
export function headView(customerId: CustomerId, head: Head): OrderHead {
  return {
    orderId: orderIdOf(customerId, head.r),
    number: head.num,
    customerId,
    cycleId: head.cy,
    state: head.st,
    version: head.v,
    total: head.t,
    currency: head.cur,
    lineCount: head.n,
    placedAt: head.at,
    changedAt: head.ch,
    isOnBehalf: head.ob ?? false,
    source: head.src,
  }
}

/** A version as the outside sees it; made from immutable items alone, so a replay is the same to the byte. */
export function orderView(customerId: CustomerId, version: Version): Order {
  return { ...headView(customerId, version.h), lines: version.l.map(lineView), basketVersion: version.b }
}

function lineView([bare, quantity, wanted, price, taxRate, limit]: StoredLine): OrderLine {
  const productId = idOf('product', bare)
  return { productId, quantity, wanted, price, amount: lineAmount(price, quantity), taxRate, limit }
}
