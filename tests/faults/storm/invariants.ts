import { storedAccount } from '#accounts'
import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import { bareId, type CustomerId, type CycleId, type ProductId } from '#shared/ids'
import { Order } from '#shared/orders'
import { showRemainingSupply } from '#supply'
import { type Head, ordersOfCustomer } from '../../../functions/orders/head-store.ts'
import { orderView } from '../../../functions/orders/order-view.ts'
import { readVersion, type Version, versionKey } from '../../../functions/orders/version-store.ts'
import { storedRelease } from '../../../functions/supply/release-store.ts'
import type { Outcome } from './client.ts'

type Stored = { customerId: CustomerId; head: Head; version: Version | undefined }

/** All orders of these customers, as they truly are. */
export async function storedOrders(truth: World, customers: readonly CustomerId[]): Promise<Stored[]> {
  const found: Stored[] = []
  for (const customerId of customers) {
    let after: Item | undefined
    do {
      const page = await ordersOfCustomer(truth.table, customerId, 100, after)
      const versions = await truth.table.getMany(
        page.heads.map((head) => versionKey(customerId, head)),
        { isStrong: true },
      )
      found.push(...page.heads.map((head, at) => ({ customerId, head, version: readVersion(versions[at]) })))
      after = page.last
    } while (after)
  }
  return found
}

/** Acknowledged ⊆ stored ⊆ meant: every success is stored as it was told, and nothing is stored that no one meant. */
export function lostOrInvented(orders: readonly Stored[], outcomes: readonly Outcome[]): string[] {
  const told = new Map<string, string>()
  const broken: string[] = []
  for (const { intention, status, text } of outcomes) {
    if (status !== 201) continue
    const order = Order.parse(JSON.parse(text))
    if ((told.get(order.orderId) ?? text) !== text) broken.push(`${order.orderId} was told in two ways`)
    told.set(order.orderId, text)
    const stored = orders.find(
      (one) => one.version && orderView(one.customerId, one.version).orderId === order.orderId,
    )
    if (!stored?.version) broken.push(`${intention.key}: acknowledged ${order.orderId} is lost`)
    else if (JSON.stringify(orderView(stored.customerId, stored.version)) !== text)
      broken.push(`${order.orderId} was altered`)
  }
  for (const { customerId, head, version } of orders) {
    const name = `${customerId} order ${head.r}`
    if (!version) broken.push(`${name} has no lines`)
    else if (!told.has(orderView(customerId, version).orderId)) broken.push(`${name} was never acknowledged`)
  }
  return broken
}

/** Equal keys get equal bytes, and lead to one order. */
export function unequalAnswers(outcomes: readonly Outcome[]): string[] {
  const byKey = Map.groupBy(outcomes, ({ intention }) => intention.key)
  return [...byKey].flatMap(([key, same]) => {
    const different = new Set(same.map(({ status, text }) => (status === 201 ? text : `${status}`)))
    return different.size > 1 ? [`${key} was answered in ${different.size} ways`] : []
  })
}

/** One effective order a customer and cycle, and money reserved for exactly what stands. */
export async function brokenBooks(
  truth: World,
  customers: readonly CustomerId[],
  orders: readonly Stored[],
): Promise<string[]> {
  const broken: string[] = []
  for (const customerId of customers) {
    const standing = orders.filter((one) => one.customerId === customerId && one.head.st === 'placed')
    const account = await storedAccount(truth.table, customerId)
    const reserved = standing.reduce((sum, { head }) => sum + head.t, 0)
    if (standing.length > 1) broken.push(`${customerId} has ${standing.length} effective orders`)
    if (account?.reserved !== reserved)
      broken.push(`${customerId} reserves ${account?.reserved}, orders say ${reserved}`)
  }
  return broken
}

/** First-come goods: what was sold and what is left make up what there was, and nothing is left while wanted. */
export async function brokenSupply(
  truth: World,
  cycleId: CycleId,
  productId: ProductId,
  supplied: number,
  orders: readonly Stored[],
  outcomes: readonly Outcome[],
): Promise<string[]> {
  const bare = bareId(productId)
  const lines = orders.flatMap(({ head, version }) => (head.st === 'placed' ? (version?.l ?? []) : []))
  const sold = lines.reduce((sum, [product, quantity]) => sum + (product === bare ? quantity : 0), 0)
  const release = await storedRelease(truth.table, cycleId)
  const left = (await showRemainingSupply(truth, cycleId, release)).get(bare) ?? 0
  const isWantedStill = outcomes.some(({ codes }) => codes.includes('orders.supply_short'))
  return [
    ...(sold > supplied ? [`oversold: ${sold} of ${supplied}`] : []),
    ...(sold + left !== supplied ? [`${sold} sold and ${left} left do not make ${supplied}`] : []),
    ...(left > 0 && isWantedStill ? [`${left} left over while wanted`] : []),
  ]
}
