// Scarce supply of one cycle: limits by grade and first-come counters.
import type { Company, SeedCustomer } from './demonstration-company.ts'
import { GRADES } from './retail-shops.ts'
import { seededRandom } from './seeded-random.ts'
import { shareOutByGrade } from './share-out.ts'
import type { SuppliedRange } from './supplied-products.ts'

type Releases = Pick<Company, 'limits' | 'plannedReleases' | 'firstCome'>

/** What scarce products a cycle brings: limits by grade that share out a planned release, and shared counters. */
export function releaseLimits(seed: number, range: SuppliedRange, shops: SeedCustomer[]): Releases {
  const random = seededRandom(seed, 'releases')
  const shopsByGrade = countByGrade(shops)
  const plannedReleases = range.limited.map(({ code, release }) => ({
    productCode: code,
    quantity: release ?? Math.round(shops.length * (0.35 + random.next() ** 2 * 4.5)),
  }))
  const limits = plannedReleases.flatMap(({ productCode, quantity }) => {
    const slope = 0.6 + random.next() * 0.4
    const shares = shareOutByGrade(quantity, shopsByGrade, slope)
    return shares.map((share, at) => ({ productCode, grade: GRADES - at, quantity: share }))
  })
  const firstCome = range.firstComeCodes.map((productCode, at) => ({ productCode, quantity: 40 + at * 30 }))
  return { limits, plannedReleases, firstCome }
}

function countByGrade(shops: SeedCustomer[]): number[] {
  const counts = Array.from({ length: GRADES }, () => 0)
  for (const { grade = 1 } of shops) counts[GRADES - grade] = (counts[GRADES - grade] ?? 0) + 1
  return counts
}
