import { storedAccount } from '#accounts'
import { type Cycle, storedCycle } from '#calendar'
import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import { bareId, type CustomerId, type CycleId, orderIdOf } from '#shared/ids'
import { Order } from '#shared/orders'
import { showRemainingSupply, storedRelease } from '#supply'
import { cycleUseKey, readCycleUse } from '../../../functions/orders/cycle-use-store.ts'
import { type Head, ordersOfCustomer } from '../../../functions/orders/head-store.ts'
import { orderView } from '../../../functions/orders/order-view.ts'
import { readVersion, type Version, versionKey } from '../../../functions/orders/version-store.ts'
import type { Outcome } from './client.ts'
import type { Market, Shop } from './plays.ts'

/** An order as it truly is: its head, and every version of it, the first one first. */
export type Stored = { customerId: CustomerId; head: Head; versions: Array<Version | undefined> }

/** All orders of these customers. */
export async function storedOrders(truth: World, customers: readonly CustomerId[]): Promise<Stored[]> {
  const found: Stored[] = []
  for (const customerId of customers) {
    let after: Item | undefined
    do {
      const page = await ordersOfCustomer(truth.table, customerId, 100, after, { isStrong: true })
      for (const head of page.heads) {
        const keys = Array.from({ length: head.v }, (_, at) => versionKey(customerId, { ...head, v: at + 1 }))
        const versions = (await truth.table.getMany(keys, { isStrong: true })).map(readVersion)
        found.push({ customerId, head, versions })
      }
      after = page.last
    } while (after)
  }
  return found
}

/** Acknowledged ⊆ stored ⊆ meant: every success is stored as it was told, and nothing is stored that no one meant. */
export function lostOrInvented(orders: readonly Stored[], outcomes: readonly Outcome[]): string[] {
  const stored = new Map(orders.map((order) => [orderIdOf(order.customerId, order.head.r), order] as const))
  const told = new Map<string, string>()
  const broken: string[] = []
  for (const { intention, status, text } of outcomes) {
    if (status >= 300 || intention.what === 'keep') continue
    const { orderId, version } = Order.parse(JSON.parse(text))
    const name = `${orderId} version ${version}`
    if ((told.get(name) ?? text) !== text) broken.push(`${name} was told in two ways`)
    told.set(name, text)
    const order = stored.get(orderId)
    const kept = order?.versions[version - 1]
    if (!order || !kept) broken.push(`${intention.key}: acknowledged ${name} is lost`)
    else if (JSON.stringify(orderView(order.customerId, kept)) !== text) broken.push(`${name} was altered`)
  }
  return [...broken, ...orders.flatMap((order) => neverMeant(order, told))]
}

/** Versions that nobody was told of, save those the closing makes. */
function neverMeant({ customerId, head, versions }: Stored, told: ReadonlyMap<string, string>): string[] {
  return versions.flatMap((version, at) => {
    const name = `${orderIdOf(customerId, head.r)} version ${at + 1}`
    if (!version) return [`${name} has no lines`]
    const isOfClosing = version.fp.startsWith('settled ') || (version.h.sd === true && at === 0)
    return isOfClosing || told.has(name) ? [] : [`${name} was never acknowledged`]
  })
}

/** Equal keys get equal bytes, and lead to one order. */
export function unequalAnswers(outcomes: readonly Outcome[]): string[] {
  const byKey = Map.groupBy(
    outcomes.filter(({ status }) => status < 300),
    ({ intention }) => intention.key,
  )
  return [...byKey].flatMap(([key, same]) => {
    const different = new Set(same.map(({ text }) => text))
    return different.size > 1 ? [`${key} was answered in ${different.size} ways`] : []
  })
}

const standingStates = ['placed', 'confirmed', 'awaiting-funds']

/** One effective order a customer and cycle, money reserved for exactly what stands, and debited for what is confirmed. */
export async function brokenBooks(
  truth: World,
  customers: readonly CustomerId[],
  orders: readonly Stored[],
): Promise<string[]> {
  const byCustomer = Map.groupBy(orders, ({ customerId }) => customerId)
  const broken: string[] = []
  for (const customerId of customers) {
    const own = byCustomer.get(customerId) ?? []
    const sumOf = (states: readonly string[]) =>
      own.reduce((sum, { head }) => (states.includes(head.st) ? sum + head.t : sum), 0)
    const standing = own.filter(({ head }) => standingStates.includes(head.st))
    const account = await storedAccount(truth.table, customerId)
    const [reserved, debited] = [sumOf(['placed', 'awaiting-funds']), sumOf(['confirmed'])]
    if (standing.length > 1) broken.push(`${customerId} has ${standing.length} effective orders`)
    if (account?.reserved !== reserved)
      broken.push(`${customerId} reserves ${account?.reserved}, orders say ${reserved}`)
    if (account?.balance !== -debited)
      broken.push(`${customerId} has a balance of ${account?.balance}, orders say ${-debited}`)
  }
  return broken
}

/** Scarce goods: what was sold and what is left make up what there was, and nothing is left over while wanted: no refusal
 * is later than the last unit that came back. */
export async function brokenSupply(
  truth: World,
  { cycleId, scarce }: Market,
  supplied: number,
  orders: readonly Stored[],
  outcomes: readonly Outcome[],
): Promise<string[]> {
  const bare = bareId(scarce)
  const lines = orders.flatMap(({ head, versions }) =>
    standingStates.includes(head.st) ? (versions.at(-1)?.l ?? []) : [],
  )
  const sold = lines.reduce((sum, [product, quantity]) => sum + (product === bare ? quantity : 0), 0)
  const release = await storedRelease(truth.table, cycleId)
  const left = (await showRemainingSupply(truth, cycleId, release)).get(bare) ?? 0
  const lastReturn = Math.max(
    0,
    ...outcomes.filter(({ intention }) => intention.what === 'cancel').map(({ answeredAt }) => answeredAt),
  )
  const isWantedStill = outcomes.some(
    ({ codes, askedAt }) => codes.includes('orders.supply_short') && askedAt > lastReturn,
  )
  return [
    ...(sold > supplied ? [`oversold: ${sold} of ${supplied}`] : []),
    ...(sold + left !== supplied ? [`${sold} sold and ${left} left do not make ${supplied}`] : []),
    ...(left > 0 && isWantedStill ? [`${left} left over while wanted`] : []),
  ]
}

/** After a closing every shop is fenced, every order settled and within its cycle, and every planner has its order, once. */
export async function brokenClosing(
  truth: World,
  cycleId: CycleId,
  shops: readonly Shop[],
  orders: readonly Stored[],
): Promise<string[]> {
  const cycle = await storedCycle(truth.table, cycleId)
  const uses = await truth.table.getMany(
    shops.map(({ customerId }) => cycleUseKey(customerId, cycleId)),
    { isStrong: true },
  )
  const byCustomer = Map.groupBy(orders, ({ customerId }) => customerId)
  return [
    ...(cycle.phase === 'closed' ? [] : ['the cycle never closed']),
    ...shops.flatMap(({ customerId }, at) =>
      readCycleUse(uses[at])?.cl ? [] : [`${customerId} was never closed`],
    ),
    ...orders.flatMap((order) => outOfCycle(order, cycle)),
    ...shops.flatMap(({ customerId, part }) => {
      const standing = (byCustomer.get(customerId) ?? []).filter(({ head }) => head.sd)
      const wanted = part === 'planner' ? 1 : 0
      return standing.length === wanted ? [] : [`${customerId} has ${standing.length} standing orders`]
    }),
  ]
}

function outOfCycle({ customerId, head }: Stored, { opensAt, closesAt }: Cycle): string[] {
  const name = orderIdOf(customerId, head.r)
  const isWithin = opensAt <= head.at && head.at < closesAt
  return [
    ...(isWithin ? [] : [`${name} of ${head.at} stands in a cycle that closed ${closesAt}`]),
    ...(head.st === 'placed' ? [`${name} was never settled`] : []),
  ]
}
