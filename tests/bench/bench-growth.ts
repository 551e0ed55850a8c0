// The same operations with 50,000 orders stored against 1,000: processor time of the API and its database, and how much
// the least that could answer the same grows on the same two databases.
import { join } from 'node:path'
import { apiAt } from '../support/api-client.ts'
import { type Market, openMarket, TABLE, twentyLines } from './bench-database.ts'
import { atMost, median, type Row } from './bench-table.ts'
import { type BenchServer, startBenchServer, usedBy } from './processor-time.ts'
import { storeOrders } from './store-orders.ts'

const FEW = 1_000
const MANY = 50_000
const SHOPS = 50
/** Fresh server processes: how a process happens to have been compiled lasts as long as it does. */
const STARTS = 3
const ROUNDS = 5
/** Enough that a tick of the system's clock is small beside a round. */
const CALLS_A_ROUND = { writing: 60, reading: 240 }

type Measured = { market: Market; server: BenchServer }
type Operation = { calls: number; run(measured: Measured, at: number): Promise<void> }

const operations: Record<string, Operation> = {
  'place 20 lines': {
    calls: CALLS_A_ROUND.writing,
    run: async ({ market, server }, at) => {
      const shop = market.shops[at % SHOPS]
      const body = { customerId: shop?.customerId, cycleId: market.cycleId, lines: twentyLines(market) }
      await ask(market, server, '/orders', shop?.cookie, { method: 'POST', body })
    },
  },
  'last 20 orders': {
    calls: CALLS_A_ROUND.reading,
    run: async ({ market, server }, at) => {
      const shop = market.shops[at % SHOPS]
      await ask(market, server, `/customers/${shop?.customerId}/orders?limit=20`, shop?.cookie)
    },
  },
  catalogue: {
    calls: CALLS_A_ROUND.reading,
    run: async ({ market, server }, at) => {
      const shop = market.shops[at % SHOPS]
      await ask(market, server, `/customers/${shop?.customerId}/assortment`, shop?.cookie)
    },
  },
}

/** The rows of growth. */
export async function benchGrowth(): Promise<Row[]> {
  const [few, many] = [await openSide(FEW), await openSide(MANY)]
  try {
    const rows: Row[] = []
    for (const [name, operation] of Object.entries(operations)) {
      const growth = await growthOf(operation, 'app-process.ts', few, many)
      const floor = await growthOf(operation, 'floor-process.ts', few, many)
      rows.push(
        atMost(`${name}: 50,000 orders stored against 1,000`, growth, 1.2, {
          unit: '×',
          digits: 2,
          floor: `${floor.toFixed(2)}×`,
        }),
      )
    }
    return rows
  } finally {
    for (const { database } of [few, many]) await database.stop()
  }
}

async function openSide(orders: number): Promise<Market> {
  const market = await openMarket({ products: 100, shops: SHOPS })
  await storeOrders(market, orders)
  return market
}

async function startAt(market: Market, file: string): Promise<Measured> {
  const environment = {
    DYNAMODB_ENDPOINT: market.database.endpoint,
    TABLE_NAME: TABLE,
    SECRET: market.world.config.secret,
  }
  return { market, server: await startBenchServer(join(import.meta.dirname, file), environment) }
}

/** How many times the processor time of the one side the other takes: the median over servers started anew. */
async function growthOf(operation: Operation, file: string, few: Market, many: Market): Promise<number> {
  const ratios: number[] = []
  for (let start = 0; start < STARTS; start++) {
    const sides = [await startAt(few, file), await startAt(many, file)] as const
    ratios.push(await ratioOf(operation, ...sides))
    for (const { server } of sides) server.stop()
  }
  return median(ratios)
}

/** The same of two servers, which take turns at being first. */
async function ratioOf(operation: Operation, few: Measured, many: Measured): Promise<number> {
  const times = new Map<Measured, number[]>([
    [few, []],
    [many, []],
  ])
  for (let round = 0; round <= ROUNDS; round++) {
    for (const side of round % 2 === 0 ? [few, many] : [many, few]) {
      const time = await timeOf(side, operation)
      // The first round warms both up.
      if (round > 0) times.get(side)?.push(time)
    }
  }
  return median(times.get(many) ?? []) / median(times.get(few) ?? [])
}

async function timeOf(measured: Measured, operation: Operation): Promise<number> {
  const { market, server } = measured
  const all = async () => (await server.used()) + (usedBy(market.database.pid) ?? Number.NaN)
  const before = await all()
  for (let at = 0; at < operation.calls; at++) await operation.run(measured, at)
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
