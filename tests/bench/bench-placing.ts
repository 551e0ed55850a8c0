// Placing an order: round trips, units, processor time against the floor, and what a million of them cost.
import { join } from 'node:path'
import { placeOrder } from '#orders'
import { fingerprint } from '#platform/new-id'
import type { Spent } from '#platform/storage/meter'
import type { ProductId } from '#shared/ids'
import { apiAt } from '../support/api-client.ts'
import { aRelease } from '../support/builders.ts'
import { type Market, openMarket, TABLE, twentyLines } from './bench-database.ts'
import { atMost, median, type Row, told } from './bench-table.ts'
import { type BenchServer, startBenchServer, usedBy } from './processor-time.ts'

const ROUNDS = 5
const ORDERS_A_ROUND = 80
const UNDER_WAY = 8
const SCARCE = 3
const actor = { kind: 'system', name: 'bench' } as const

/** The rows of placing. */
export async function benchPlacing(): Promise<Row[]> {
  const market = await openMarket({ products: 1000, shops: 40 })
  try {
    const spent = await spentOnPlacing(market)
    const { ratio, app, floor } = await processorTimes(market)
    return [
      atMost('place 20 lines: round trips', spent.plain.roundTrips, 2, { digits: 0, floor: '2' }),
      atMost('place 20 lines: write units', spent.plain.writeUnits, 20, { floor: '6' }),
      atMost('place 20 lines: read units', spent.plain.readUnits, 4, { floor: '0.5' }),
      atMost('each scarce line more: units', spent.aScarceLine, 2),
      atMost('place 20 lines: processor time of app and database, against the floor', ratio, 4, {
        unit: '×',
        floor: `${floor.toFixed(1)} ms`,
      }),
      told('place 20 lines: processor time', `${app.toFixed(1)} ms`, `${floor.toFixed(1)} ms`),
      dollarsAMillion(spent.plain, app),
    ]
  } finally {
    await market.database.stop()
  }
}

async function spentOnPlacing(market: Market): Promise<{ plain: Spent; aScarceLine: number }> {
  const { world, products } = market
  const lines = twentyLines(market)
  await spentOn(market, 'warm', lines)
  const plain = await spentOn(market, 'plain', lines)
  const scarce = products.slice(20, 20 + SCARCE)
  await aRelease(world, market.cycleId, {
    limits: products.slice(0, 20).map((productId) => ({ productId, grade: 18, quantity: 900_000 })),
    firstCome: scarce.map((productId) => ({ productId, quantity: 1_000_000 })),
  })
  const more = scarce.map((productId) => ({ productId, quantity: 1 }))
  await spentOn(market, 'warm again', [...lines.slice(SCARCE), ...more])
  const withScarce = await spentOn(market, 'scarce', [...lines.slice(SCARCE), ...more])
  const units = ({ readUnits, writeUnits }: Spent) => readUnits + writeUnits
  return { plain, aScarceLine: (units(withScarce) - units(plain)) / SCARCE }
}

async function spentOn(
  { world, shops, cycleId }: Market,
  key: string,
  lines: Array<{ productId: ProductId; quantity: number }>,
): Promise<Spent> {
  const table = world.table.metered()
  const customerId = shops[0]?.customerId ?? 'cus_'
  await placeOrder(
    { ...world, table },
    actor,
    { customerId, cycleId, lines },
    { key, fingerprint: fingerprint(key) },
  )
  return table.spent
}

/** Rounds of the product and of the floor take turns, so that the machine's mood meets both. */
async function processorTimes(market: Market): Promise<{ ratio: number; app: number; floor: number }> {
  const environment = {
    DYNAMODB_ENDPOINT: market.database.endpoint,
    TABLE_NAME: TABLE,
    SECRET: market.world.config.secret,
  }
  const place = (name: string) => startBenchServer(join(import.meta.dirname, name), environment)
  const [app, floor] = await Promise.all([place('app-process.ts'), place('floor-process.ts')])
  try {
    const figures: Array<{ app: number; floor: number }> = []
    for (let round = 0; round <= ROUNDS; round++) {
      const measured = { app: await timeOf(market, app), floor: await timeOf(market, floor) }
      // The first round warms both up.
      if (round > 0) figures.push(measured)
    }
    return {
      ratio: median(figures.map((figure) => figure.app / figure.floor)),
      app: median(figures.map((figure) => figure.app)),
      floor: median(figures.map((figure) => figure.floor)),
    }
  } finally {
    app.stop()
    floor.stop()
  }
}

/** Milliseconds of processor time of server and database for one order. */
async function timeOf(market: Market, server: BenchServer): Promise<number> {
  const all = async () => (await server.used()) + (usedBy(market.database.pid) ?? Number.NaN)
  const call = apiAt(server.origin)
  const lines = twentyLines(market)
  const before = await all()
  let begun = 0
  const work = async () => {
    while (begun < ORDERS_A_ROUND) {
      const { customerId, cookie } = market.shops[begun++ % market.shops.length] ?? {
        customerId: 'cus_',
        cookie: '',
      }
      const body = { customerId, cycleId: market.cycleId, lines }
      const { status, text } = await call('/orders', {
        method: 'POST',
        cookie,
        body,
        headers: { origin: market.world.config.publicOrigin },
      })
      if (status !== 201) throw new Error(`An order of the bench was answered ${status}: ${text}`)
    }
  }
  await Promise.all(Array.from({ length: UNDER_WAY }, work))
  return ((await all()) - before) / ORDERS_A_ROUND
}

// List prices of us-east-1 in dollars, November 2026: DynamoDB on demand, HTTP API, Lambda on x86.
const A_MILLION_WRITE_UNITS = 0.625
const A_MILLION_READ_UNITS = 0.125
const A_MILLION_HTTP_CALLS = 1
const A_MILLION_INVOCATIONS = 0.2
const A_GIGABYTE_SECOND = 0.0000166667
const API_GIGABYTES = 1769 / 1024
/** The read that proves the session and the write that marks the event as delivered, with its stream read. */
const BESIDES = { readUnits: 2, writeUnits: 2 }

function dollarsAMillion({ readUnits, writeUnits }: Spent, milliseconds: number): Row {
  const dollars =
    (writeUnits + BESIDES.writeUnits) * A_MILLION_WRITE_UNITS +
    (readUnits + BESIDES.readUnits) * A_MILLION_READ_UNITS +
    A_MILLION_HTTP_CALLS +
    2 * A_MILLION_INVOCATIONS +
    milliseconds * 1000 * API_GIGABYTES * A_GIGABYTE_SECOND
  return atMost('dollars a million orders, session and event included', dollars, 15, {
    unit: ' $',
    floor: '6.5 $',
  })
}
