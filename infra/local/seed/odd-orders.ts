// Plants what looks odd, so that the demonstration has something worth a look.
import type { PastOrder, SeedCustomer } from './demonstration-company.ts'

const LEAST_LINES = 8
/** What a shop took that held back: of its smallest lines, so many. */
const LINES_LEFT = 8
const EARLIER_ORDERS = 4

/** The same orders, but that in the cycle which closed last a shop ordered what another one of its grade and price class
 * did, and a third one far less than before. */
export function withOddOrders(pastOrders: PastOrder[], customers: readonly SeedCustomer[]): PastOrder[] {
  const known = new Map(customers.map((customer) => [customer.code, customer]))
  const newest = pastOrders.reduce((one, other) => (one.placedAt < other.placedAt ? other : one))
  const batch = known.get(newest.customerCode)?.batch
  const latest = pastOrders.filter(
    ({ customerCode, cycleIndex, lines }) =>
      cycleIndex === newest.cycleIndex &&
      known.get(customerCode)?.batch === batch &&
      lines.length >= LEAST_LINES,
  )
  const kindOf = ({ customerCode }: PastOrder) => {
    const { grade, priceClass } = known.get(customerCode) ?? {}
    return `${grade} ${priceClass}`
  }
  const [copied, copy] = [...Map.groupBy(latest, kindOf).values()].find((alike) => alike.length > 1) ?? []
  const orders = Map.groupBy(pastOrders, ({ customerCode }) => customerCode)
  const [less] = latest
    .filter((order) => order !== copied && order !== copy)
    .filter(({ customerCode }) => (orders.get(customerCode)?.length ?? 0) > EARLIER_ORDERS)
    .toSorted((one, other) => quantityOf(other) - quantityOf(one))
  return pastOrders.map((order) => {
    if (copied && order === copy) return { ...order, lines: copied.lines }
    if (order !== less) return order
    const smallestFirst = order.lines.toSorted((one, other) => one.quantity - other.quantity)
    return { ...order, lines: smallestFirst.slice(0, LINES_LEFT) }
  })
}

function quantityOf({ lines }: PastOrder): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0)
}
