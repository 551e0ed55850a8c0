import { publishedKey } from '#catalogue'
import type { Key } from '#platform/storage/access-pattern'
import type { World } from '#platform/world'
import { type CustomerId, type CycleId, idOf, type OrderId, partsOfOrderId } from '#shared/ids'
import type { Text } from '#shared/languages'
import type { Currency, MinorUnits } from '#shared/money'
import { Problem } from '#shared/problems'
import type { Instant } from '#shared/time'
import { findOrder } from './find-order.ts'
import { type Head, headKey, readHead } from './head-store.ts'
import { orderedProducts } from './ordered-products.ts'

/** What one says of an order in a sentence. */
export type OrderInShort = {
  customerId: CustomerId
  cycleId: CycleId
  number: string
  total: MinorUnits
  currency: Currency
  lineCount: number
  version: number
  state: Head['st']
  isOnBehalf: boolean
  changedAt: Instant
}

/** An order by its spoken number and its total; undefined when there is none. */
export async function orderInShort(world: World, orderId: OrderId): Promise<OrderInShort | undefined> {
  const parts = partsOfOrderId(orderId)
  if (!parts) return undefined
  const { customerId, runningNumber } = parts
  const head = readHead(await world.table.get(headKey(customerId, runningNumber), { isStrong: true }))
  if (!head) return undefined
  const { num: number, t: total, cur: currency, n: lineCount, v: version, st: state, cy: cycleId, ob } = head
  const isOnBehalf = ob ?? false
  const what = { number, total, currency, lineCount, version, state, isOnBehalf, changedAt: head.ch }
  return { customerId, cycleId, ...what }
}

/** Where the history of an order lies, for what others record of it; throws `orders.order_not_found`. */
export function subjectOfOrder(orderId: OrderId): Key {
  const parts = partsOfOrderId(orderId)
  if (!parts) throw new Problem('orders.order_not_found')
  return headKey(parts.customerId, parts.runningNumber)
}

type CutLine = { name: Text; wanted: number; quantity: number }

/** How many lines an order has, and where less stands than was wanted. */
export async function orderSummary(
  world: World,
  orderId: OrderId,
): Promise<{ lineCount: number; cut: CutLine[] }> {
  const { head, version } = await findOrder(world, orderId)
  const short = version.l.filter(([, quantity, wanted]) => wanted > quantity)
  const ids = short.map(([bare]) => idOf('product', bare))
  const products = await orderedProducts(world, await world.table.get(publishedKey), ids)
  const cut = short.map(([bare, quantity, wanted]) => {
    const name = products[idOf('product', bare)]?.name ?? { zh: bare, en: bare }
    return { name, wanted, quantity }
  })
  return { lineCount: head.n, cut }
}
