// How much a product is asked for, in general and by one customer.
import type { SeedProduct, SupplyState } from './demonstration-company.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

const PULL: Record<SupplyState, number> = { scarce: 2.2, 'selling-well': 1.7, level: 1, slow: 0.45 }

// Dearest band first; goods without bands pull as band 6.
const PULL_OF_BAND = [0.3, 0.4, 0.6, 0.7, 0.85, 1, 1.15, 1.4, 1.6, 1.5]

/** A weight for each product code: a Zipf-like tail over a drawn rank, pulled by how well it sells. */
export function popularityOf(seed: number, products: readonly SeedProduct[]): Map<string, number> {
  const ranked = seededRandom(seed, 'popularity').shuffled(products)
  return new Map(
    ranked.map(({ code, supplyState, priceBand = 6 }, rank) => [
      code,
      (PULL[supplyState] * (PULL_OF_BAND[priceBand - 1] ?? 1)) / (rank + 6) ** 0.85,
    ]),
  )
}

/** What one customer makes of it: the same products come again from cycle to cycle. */
export function tasteOf(random: SeededRandom, popularity: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...popularity].map(([code, weight]) => [code, weight * random.around(2)]))
}

/** A moment in the window; half of the orders fall into its last quarter. */
export function momentIn(random: SeededRandom, opensAt: string, closesAt: string): string {
  const [from, to] = [Date.parse(opensAt), Date.parse(closesAt)]
  const share = random.chance(0.5) ? 0.75 + random.next() * 0.249 : random.next() * 0.75
  return new Date(from + Math.floor(((to - from) * share) / 1000) * 1000).toISOString()
}
