// Past orders of the traded preset.
import type { PastOrder, SeedCustomer, SeedCycle, SeedLine, SeedProduct } from './demonstration-company.ts'
import type { OrderCalendar } from './order-calendar.ts'
import { momentIn, popularityOf, tasteOf } from './popularity.ts'
import { buildingSeason } from './seasons.ts'
import { pickWeighted, type SeededRandom, seededRandom } from './seeded-random.ts'

const MIN_LINES = 8
const MAX_LINES = 35
const SHORTAGES = 0.03

type Habit = { size: number; perDay: number; taste: Map<string, number> }

/** Eight weeks of working days; a distributor orders on some of them, always whole multiples from the minimum up. */
export function distributorOrders(
  seed: number,
  customers: SeedCustomer[],
  products: SeedProduct[],
  calendar: OrderCalendar,
): PastOrder[] {
  const onSale = products.filter(({ state }) => state === 'on-sale')
  const popularity = popularityOf(seed, onSale)
  return customers.flatMap((customer) => {
    const random = seededRandom(seed, `orders-of-${customer.code}`)
    const isPreferred = customer.priceClass === 'preferred'
    const habit: Habit = {
      size: (isPreferred ? 2.4 : 1) * random.around(0.5),
      perDay: (isPreferred ? 0.34 : 0.18) * random.around(0.4),
      taste: tasteOf(random, popularity),
    }
    return calendar
      .closedBefore(customer.batch)
      .filter((cycle) => random.chance(habit.perDay * buildingSeason(cycle.orderDay)))
      .map((cycle) => orderOf(random, customer, cycle, onSale, habit))
  })
}

function orderOf(
  random: SeededRandom,
  customer: SeedCustomer,
  cycle: SeedCycle,
  products: SeedProduct[],
  { size, taste }: Habit,
): PastOrder {
  const lineCount = Math.min(
    MAX_LINES,
    Math.max(MIN_LINES, Math.round(11 * Math.sqrt(size) * random.around(0.6))),
  )
  const chosen = pickWeighted(random, products, ({ code }) => taste.get(code) ?? 0, lineCount + 1)
  const [missed, ...had] = chosen
  return {
    customerCode: customer.code,
    cycleIndex: cycle.index,
    placedAt: momentIn(random, cycle.opensAt, cycle.closesAt),
    lines: had.map((product) => lineOf(random, product, size)),
    unmet: missed && random.chance(0.05) ? [{ productCode: missed.code, wanted: missed.minimum }] : [],
  }
}

function lineOf(random: SeededRandom, product: SeedProduct, size: number): SeedLine {
  const steps = Math.floor(size * random.around(1.5) * random.integer(0, 3))
  const wanted = product.minimum + steps * product.multiple
  const isShort = steps > 0 && random.chance(SHORTAGES)
  const quantity = isShort ? product.minimum + Math.floor(steps / 2) * product.multiple : wanted
  return { productCode: product.code, quantity, wanted }
}
