// Money in the settlement accounts of the invented shops.
import type { PastOrder, SeedCustomer, SeedProduct } from './demonstration-company.ts'
import { seededRandom } from './seeded-random.ts'

const FEN_IN_HUNDRED_YUAN = 10_000
const FIRST_DEPOSIT = 2_000_00
const SHOPS_RUNNING_SHORT = 0.04

/** Money in each shop's settlement account: mostly enough for one or two usual orders, a few too little. */
export function withSettlementBalances(
  seed: number,
  shops: SeedCustomer[],
  products: SeedProduct[],
  orders: PastOrder[],
  alwaysEnough: string,
): SeedCustomer[] {
  const random = seededRandom(seed, 'balances')
  const usual = usualAmounts(products, orders)
  return shops.map((shop) => {
    const share = random.chance(SHOPS_RUNNING_SHORT) ? 0.4 : 1.2 + random.next() * 1.6
    const amount = (usual.get(shop.code) ?? FIRST_DEPOSIT) * (shop.code === alwaysEnough ? 2 : share)
    return { ...shop, balance: Math.ceil(amount / FEN_IN_HUNDRED_YUAN) * FEN_IN_HUNDRED_YUAN }
  })
}

function usualAmounts(products: SeedProduct[], orders: PastOrder[]): Map<string, number> {
  const fenOf = new Map(products.map(({ code, priceFen }) => [code, priceFen.wholesale ?? 0]))
  const sums = new Map<string, { fen: number; orders: number }>()
  for (const { customerCode, lines } of orders) {
    const sum = sums.get(customerCode) ?? { fen: 0, orders: 0 }
    const fen = lines.reduce((so, line) => so + line.quantity * (fenOf.get(line.productCode) ?? 0), 0)
    sums.set(customerCode, { fen: sum.fen + fen, orders: sum.orders + 1 })
  }
  return new Map([...sums].map(([code, sum]) => [code, sum.fen / sum.orders]))
}
