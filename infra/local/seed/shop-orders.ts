// Past orders of the supplied preset.
import type {
  Company,
  PastOrder,
  SeedCustomer,
  SeedCycle,
  SeedLine,
  SeedProduct,
} from './demonstration-company.ts'
import type { OrderCalendar } from './order-calendar.ts'
import { momentIn, popularityOf, tasteOf } from './popularity.ts'
import { retailSeason } from './seasons.ts'
import { pickWeighted, type SeededRandom, seededRandom } from './seeded-random.ts'

const MIN_LINES = 8
const MAX_LINES = 35
// Shops know their limit and do not ask for many times as much.
const MOST_WANTED_PER_LIMIT = 3
const MISSED_CYCLES = 0.06
const SHOPS_FALLING_SILENT = 0.03

type Supply = {
  products: SeedProduct[]
  popularity: Map<string, number>
  /** Keyed by product and grade; no entry means unlimited. */
  limits: Map<string, number>
  limitedCodes: Set<string>
  firstCome: Map<string, number>
  /** Keyed by product and week. */
  firstComeTaken: Map<string, number>
}
type Releases = Pick<Company, 'limits' | 'firstCome'>

/** The latest eight weeks of every shop, within limits and shared counters; some cycles are missed. */
export function shopOrders(
  seed: number,
  shops: SeedCustomer[],
  products: SeedProduct[],
  releases: Releases,
  calendar: OrderCalendar,
): PastOrder[] {
  const supply = supplyOf(seed, products, releases)
  return shops.flatMap((shop) => {
    const random = seededRandom(seed, `orders-of-${shop.code}`)
    const taste = tasteOf(random, supply.popularity)
    const size = random.around(0.35)
    const cycles = calendar.closedBefore(shop.batch)
    const lastOrdered = random.chance(SHOPS_FALLING_SILENT) ? cycles.length - 3 : cycles.length
    return cycles
      .slice(0, lastOrdered)
      .filter(() => !random.chance(MISSED_CYCLES))
      .map((cycle) => orderOf(random, shop, cycle, supply, taste, size))
  })
}

function supplyOf(seed: number, products: SeedProduct[], { limits, firstCome }: Releases): Supply {
  const onSale = products.filter(({ state }) => state === 'on-sale')
  return {
    products: onSale,
    popularity: popularityOf(seed, onSale),
    limits: new Map(limits.map(({ productCode, grade, quantity }) => [`${productCode} ${grade}`, quantity])),
    limitedCodes: new Set(limits.map(({ productCode }) => productCode)),
    firstCome: new Map(firstCome.map(({ productCode, quantity }) => [productCode, quantity])),
    firstComeTaken: new Map(),
  }
}

function orderOf(
  random: SeededRandom,
  shop: SeedCustomer,
  cycle: SeedCycle,
  supply: Supply,
  taste: Map<string, number>,
  size: number,
): PastOrder {
  const grade = shop.grade ?? 1
  const weeks = shop.batch.startsWith('weekly') ? 1 : 1.8
  // A grade is about 8.5 % more: 24 cartons a week in grade 1, 260 in grade 30.
  const total =
    22 * Math.exp(0.083 * grade) * size * weeks * retailSeason(cycle.orderDay) * random.around(0.15)
  const lineCount = Math.min(
    MAX_LINES,
    Math.max(MIN_LINES, Math.round(8 + grade * 0.8 + random.integer(-4, 5))),
  )
  const weightOf = ({ code }: SeedProduct) => taste.get(code) ?? 0
  const roomFor = ({ code }: SeedProduct) => roomLeft(supply, code, grade, cycle.index)
  const chosen = pickWeighted(
    random,
    supply.products,
    (one) => (roomFor(one) > 0 ? weightOf(one) : 0),
    lineCount,
  )
  const missed = pickWeighted(random, supply.products, (one) => (roomFor(one) > 0 ? 0 : weightOf(one)), 2)
  const weights = chosen.reduce((sum, product) => sum + weightOf(product), 0)
  const lines = chosen.map((product): SeedLine => {
    const wanted = Math.max(1, Math.round(((total * weightOf(product)) / weights) * random.around(0.3)))
    const room = roomFor(product)
    const quantity = Math.min(wanted, room)
    noteFirstCome(supply, product.code, cycle.index, quantity)
    return { productCode: product.code, quantity, wanted: Math.min(wanted, room * MOST_WANTED_PER_LIMIT + 2) }
  })
  return {
    customerCode: shop.code,
    cycleIndex: cycle.index,
    placedAt: momentIn(random, cycle.opensAt, cycle.closesAt),
    lines,
    unmet: missed
      .filter(() => random.chance(0.5))
      .map(({ code }) => ({ productCode: code, wanted: random.integer(1, 2) })),
  }
}

function roomLeft(supply: Supply, code: string, grade: number, week: number): number {
  const shared = supply.firstCome.get(code)
  if (shared !== undefined) return Math.min(2, shared - (supply.firstComeTaken.get(`${code} ${week}`) ?? 0))
  return supply.limitedCodes.has(code)
    ? (supply.limits.get(`${code} ${grade}`) ?? 0)
    : Number.POSITIVE_INFINITY
}

function noteFirstCome(supply: Supply, code: string, week: number, quantity: number): void {
  if (!supply.firstCome.has(code)) return
  const key = `${code} ${week}`
  supply.firstComeTaken.set(key, (supply.firstComeTaken.get(key) ?? 0) + quantity)
}
