// The same operations with 50,000 orders stored against 1,000: processor time of the API and its database.
import { join } from 'node:path'
import { apiAt } from '../support/api-client.ts'
import { type Market, openMarket, TABLE, twentyLines } from './bench-database.ts'
import { atMost, median, type Row } from './bench-table.ts'
import { type BenchServer, startBenchServer, usedBy } from './processor-time.ts'
import { storeOrders } from './store-orders.ts'

const FEW = 1_000
const MANY = 50_000
const SHOPS = 50
const ROUNDS = 9
const CALLS_A_ROUND = 60

type Side = { market: Market; server: BenchServer }
type Operation = (side: Side, at: number) => Promise<void>

const operations: Record<string, Operation> = {
  'place 20 lines': async ({ market, server }, at) => {
    const shop = market.shops[at % SHOPS]
    const body = { customerId: shop?.customerId, cycleId: market.cycleId, lines: twentyLines(market) }
    await ask(market, server, '/orders', shop?.cookie, { method: 'POST', body })
  },
  'last 20 orders': async ({ market, server }, at) => {
    const shop = market.shops[at % SHOPS]
    await ask(market, server, `/customers/${shop?.customerId}/orders?limit=20`, shop?.cookie)
  },
  catalogue: async ({ market, server }, at) => {
    const shop = market.shops[at % SHOPS]
    await ask(market, server, `/customers/${shop?.customerId}/assortment`, shop?.cookie)
  },
}

/** The rows of growth. */
export async function benchGrowth(): Promise<Row[]> {
  const [few, many] = [await openSide(FEW), await openSide(MANY)]
  try {
    const rows: Row[] = []
    for (const [name, operation] of Object.entries(operations)) {
      const ratios: number[] = []
      for (let round = 0; round <= ROUNDS; round++) {
        const [small, large] = [await timeOf(few, operation), await timeOf(many, operation)]
        if (round > 0) ratios.push(large / small)
      }
      rows.push(
        atMost(`${name}: 50,000 orders stored against 1,000`, median(ratios), 1.2, {
          unit: '×',
          digits: 2,
          floor: '1×',
        }),
      )
    }
    return rows
  } finally {
    for (const { market, server } of [few, many]) {
      server.stop()
      await market.database.stop()
    }
  }
}

async function openSide(orders: number): Promise<Side> {
  const market = await openMarket({ products: 100, shops: SHOPS })
  await storeOrders(market, orders)
  const environment = {
    DYNAMODB_ENDPOINT: market.database.endpoint,
    TABLE_NAME: TABLE,
    SECRET: market.world.config.secret,
  }
  return { market, server: await startBenchServer(join(import.meta.dirname, 'app-process.ts'), environment) }
}

async function timeOf({ market, server }: Side, operation: Operation): Promise<number> {
  const all = async () => (await server.used()) + (usedBy(market.database.pid) ?? Number.NaN)
  const before = await all()
  for (let at = 0; at < CALLS_A_ROUND; at++) await operation({ market, server }, at)
  return (await all()) - before
}

async function ask(
  { world }: Market,
  { origin }: BenchServer,
  path: string,
  cookie: string | undefined,
  sent: { method?: string; body?: unknown } = {},
): Promise<void> {
  const { status } = await apiAt(origin)(path, {
    ...sent,
    cookie,
    headers: { origin: world.config.publicOrigin },
  })
  if (status >= 300) throw new Error(`${path} was answered ${status}`)
}
