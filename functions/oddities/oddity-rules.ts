import type { CustomerId, OrderId } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import type { OddityThresholds } from '#shared/oddities'
import { type OddityKind, oddityKinds } from '#shared/oddity-kinds'
import { addSeconds, type Instant, millisecondsOf } from '#shared/time'
import type { UnitPath } from '#shared/unit-path'

/** A mean of fewer cycles says little of a shop. */
const LEAST_CYCLES = 4
/** So many of the other shops are named with one. */
const MOST_PEERS = 20

type Order = { orderId: OrderId; number: string; total: MinorUnits }
export type ChangingOrder = Order & { steps: ReadonlyArray<{ at: Instant; total: MinorUnits }> }
export type LateChange = Omit<Order, 'total'> & { secondsBefore: number; from: MinorUnits; to: MinorUnits }
export type Swing = { quantity: number; mean: number; cycles: number }

/** What a shop ordered in a cycle, as far as it is compared with others. `print` is the same for the same basket. */
export type ShopFacts = {
  customerId: CustomerId
  unitPath: UnitPath
  print: string
  lines: number
  quantity: number
  tags: readonly string[]
  orders: readonly Order[]
  late?: LateChange
  swing?: Swing
}

type Peers = { shops: number; peers: readonly CustomerId[] }
/** A shop that is worth a look, and why. */
export type Found = Pick<ShopFacts, 'customerId' | 'unitPath' | 'orders' | 'late' | 'swing'> & {
  identical?: Peers & { lines: number; quantity: number }
  device?: Peers
}

/** The change within the last minutes before `closesAt` that moved the total of an order by most, when that was enough in
 * percent of what it came to before. What came after the close is none of the shop's. */
export function lateChangeOf(
  orders: readonly ChangingOrder[],
  closesAt: Instant,
  { lateMinutes, latePercent }: Pick<OddityThresholds, 'lateMinutes' | 'latePercent'>,
): LateChange | undefined {
  const lateFrom = addSeconds(closesAt, -60 * lateMinutes)
  const changes = orders.flatMap(({ orderId, number, steps }): LateChange[] => {
    const before = steps.findLast(({ at }) => at < lateFrom)
    const last = steps.findLast(({ at }) => at < closesAt)
    if (!before || !last || last.at < lateFrom) return []
    const [from, to] = [before.total, last.total]
    if (100 * Math.abs(to - from) <= latePercent * from) return []
    const secondsBefore = Math.round((millisecondsOf(closesAt) - millisecondsOf(last.at)) / 1000)
    return [{ orderId, number, secondsBefore, from, to }]
  })
  return changes.sort((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from))[0]
}

/** How far what is ordered now lies from the mean of the last four cycles, when that is far enough and enough goods. A shop
 * that ordered nothing, or in fewer cycles before, has no swing. */
export function swingOf(
  quantity: number,
  past: readonly number[],
  { swingPercent, swingQuantity }: Pick<OddityThresholds, 'swingPercent' | 'swingQuantity'>,
): Swing | undefined {
  const cycles = past.length
  if (quantity === 0 || cycles < LEAST_CYCLES) return undefined
  const sum = past.reduce((all, one) => all + one, 0)
  if (Math.max(quantity * cycles, sum) < swingQuantity * cycles) return undefined
  const isMore = quantity * cycles * 100 > sum * swingPercent
  const isLess = quantity * cycles * swingPercent < sum * 100
  return isMore || isLess ? { quantity, mean: sum / cycles, cycles } : undefined
}

/** The shops of a cycle that are worth a look, in the order of their ids. */
export function oddOnes(
  shops: readonly ShopFacts[],
  { identicalLines, deviceShops }: Pick<OddityThresholds, 'identicalLines' | 'deviceShops'>,
): Found[] {
  const alike = groupsOf(shops, 2, ({ lines, print }) => (lines >= identicalLines ? [print] : []))
  const together = groupsOf(shops, deviceShops, ({ tags }) => tags)
  return shops.flatMap((shop): Found[] => {
    const { customerId, unitPath, orders, late, swing, lines, quantity } = shop
    const same = peersOf(shop, alike.get(customerId))
    const device = peersOf(shop, together.get(customerId))
    if (!same && !device && !late && !swing) return []
    const identical = same && { ...same, lines, quantity }
    return [{ customerId, unitPath, orders, late, swing, identical, device }]
  })
}

/** Why a shop is worth a look. */
export function kindsOf(found: Partial<Record<OddityKind, unknown>>): OddityKind[] {
  return oddityKinds.filter((kind) => found[kind] !== undefined)
}

/** For each shop, those that share a mark with it, itself included, when these are at least so many. */
function groupsOf(
  shops: readonly ShopFacts[],
  least: number,
  marksOf: (shop: ShopFacts) => readonly string[],
): ReadonlyMap<CustomerId, ReadonlySet<CustomerId>> {
  const sharing = new Map<string, Set<CustomerId>>()
  for (const shop of shops)
    for (const mark of marksOf(shop)) sharing.set(mark, (sharing.get(mark) ?? new Set()).add(shop.customerId))
  const found = new Map<CustomerId, ReadonlySet<CustomerId>>()
  for (const group of sharing.values()) {
    if (group.size < least) continue
    for (const customerId of group)
      found.set(customerId, new Set([...(found.get(customerId) ?? []), ...group]))
  }
  return found
}

function peersOf({ customerId }: ShopFacts, group: ReadonlySet<CustomerId> | undefined): Peers | undefined {
  if (!group) return undefined
  const others = [...group].filter((other) => other !== customerId).sort()
  return { shops: group.size, peers: others.slice(0, MOST_PEERS) }
}
