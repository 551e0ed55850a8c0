// Scarce supply of one cycle: limits by grade and first-come counters.
import type { Company, SeedCustomer } from './demonstration-company.ts'
import { GRADES } from './retail-shops.ts'
import { seededRandom } from './seeded-random.ts'
import { shareOutByGrade } from './share-out.ts'
import type { SuppliedRange } from './supplied-products.ts'

const LEAST_TO_CHOOSE = 3
const MOST_BANDS = 2

type Releases = Pick<Company, 'limits' | 'plannedReleases' | 'bands' | 'firstCome'>

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
  return { limits, plannedReleases, bands: bandsOf(range), firstCome }
}

/** The price bands that hold enough limited products to choose among. */
function bandsOf({ products, limited }: SuppliedRange): Company['bands'] {
  const codes = new Set(limited.map(({ code }) => code))
  const inBands = products.filter(({ code, priceBand }) => codes.has(code) && priceBand !== undefined)
  return [...Map.groupBy(inBands, ({ priceBand }) => String(priceBand))]
    .filter(([, members]) => members.length >= LEAST_TO_CHOOSE)
    .slice(0, MOST_BANDS)
    .map(([code, members]) => ({ code, productCodes: members.map((product) => product.code) }))
}

function countByGrade(shops: SeedCustomer[]): number[] {
  const counts = Array.from({ length: GRADES }, () => 0)
  for (const { grade = 1 } of shops) counts[GRADES - grade] = (counts[GRADES - grade] ?? 0) + 1
  return counts
}
