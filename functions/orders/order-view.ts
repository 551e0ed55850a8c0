import { type CustomerId, idOf, orderIdOf } from '#shared/ids'
import type { Order, OrderHead, OrderLine } from '#shared/orders'
import { lineMoney } from '#shared/tax'
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
    isCorrected: head.co,
    isStanding: head.sd,
    fundsUntil: head.fu,
    source: head.src,
    ownNumber: head.own,
  }
}

/** A version as the outside sees it; made from immutable items alone, so a replay is the same to the byte. */
export function orderView(customerId: CustomerId, version: Version): Order {
  const lines = version.l.map((line) => ({ ...lineView(line, version.nt), note: version.ln?.[line[0]] }))
  const tax = lines.reduce((sum, line) => sum + line.tax, 0)
  const head = headView(customerId, version.h)
  const [addressId, address] = version.ad ?? []
  return {
    ...head,
    lines,
    net: head.total - tax,
    tax,
    note: version.no,
    addressId,
    address,
    basketVersion: version.b,
    judgedBy: judgedBy(version),
    correction: version.cr && correctionView(version.cr),
  }
}

/** An order of an earlier time was checked by another system. */
function judgedBy({ rv: [catalogue, release] }: Version): Order['judgedBy'] {
  return catalogue > 0 ? { catalogue, release } : undefined
}

function correctionView({ why, over }: NonNullable<Version['cr']>): Order['correction'] {
  const overridden = over.map(([code, bare]) => ({
    code,
    productId: bare ? idOf('product', bare) : undefined,
  }))
  return { reason: why, overridden }
}

/** A stored line as the outside sees it. */
export function lineView(
  [bare, quantity, wanted, price, taxRate, limit]: StoredLine,
  isNet: true | undefined,
): OrderLine {
  const productId = idOf('product', bare)
  const { amount, tax } = lineMoney({ price, quantity, taxRate, isNet })
  return { productId, quantity, wanted, price, amount, taxRate, isTaxIncluded: !isNet, tax, limit }
}
