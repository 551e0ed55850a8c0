// Two shops that order the very same, so that the demonstration has something worth a look.
import type { PastOrder, SeedCustomer } from './demonstration-company.ts'

const LEAST_LINES = 5

/** The same orders, but that in the last closed cycle of one batch a shop ordered what another one of its county, grade and
 * price class did. */
export function withCopiedBasket(
  pastOrders: PastOrder[],
  customers: readonly SeedCustomer[],
  batch: string,
): PastOrder[] {
  const kinds = new Map(
    customers
      .filter((customer) => customer.batch === batch)
      .map(({ code, unitPath, grade, priceClass }) => [code, `${unitPath} ${grade} ${priceClass}`]),
  )
  const ofBatch = pastOrders.filter(({ customerCode }) => kinds.has(customerCode))
  const last = Math.max(...ofBatch.map(({ cycleIndex }) => cycleIndex))
  const latest = ofBatch.filter(({ cycleIndex, lines }) => cycleIndex === last && lines.length >= LEAST_LINES)
  for (const alike of Map.groupBy(latest, ({ customerCode }) => kinds.get(customerCode)).values()) {
    const [copied, copy] = alike
    if (copied && copy)
      return pastOrders.map((order) => (order === copy ? { ...order, lines: copied.lines } : order))
  }
  return pastOrders
}
