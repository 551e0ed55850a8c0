import { afterAll, beforeAll, expect, test } from 'vitest'
import { showDemand } from '../../functions/orders/show-demand.ts'
import { tallyOrders } from '../../functions/orders/tally-orders.ts'
import { type Market, openMarket } from './bench-database.ts'
import { storeOrders } from './store-orders.ts'

const ORDERS = Number(process.env.ORDERS ?? 15_000)
const SHOPS = 500
const LINES_AN_ORDER = 20
const LONGEST_MILLISECONDS = 600_000
const company = { subtrees: ['hq'] }
let market: Market

beforeAll(async () => {
  market = await openMarket({ products: 100, shops: SHOPS })
  await storeOrders(market, ORDERS)
}, LONGEST_MILLISECONDS)
afterAll(() => market.database.stop())

test(
  'demand of a whole cycle counts every order',
  async () => {
    const { world, cycleId } = market
    const demand = await timed('demand', () => showDemand(world, { ...company, cycleId }))
    expect(demand.orders).toBe(ORDERS)
    expect(demand.products).toHaveLength(LINES_AN_ORDER)
  },
  LONGEST_MILLISECONDS,
)

test(
  'the tally of a whole cycle counts every order',
  async () => {
    const { world, cycleId } = market
    expect(await timed('tally', () => tallyOrders(world, { ...company, cycleId }))).toMatchObject({
      orders: ORDERS,
    })
  },
  LONGEST_MILLISECONDS,
)

/** Does it and prints what it took of this process: time, processor, memory, units of the database. */
async function timed<Answer>(what: string, work: () => Promise<Answer>): Promise<Answer> {
  const [started, spent] = [performance.now(), process.cpuUsage()]
  const answer = await work()
  const { user, system } = process.cpuUsage(spent)
  const seconds = (performance.now() - started) / 1000
  const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20)
  console.log(what, { seconds, processorSeconds: (user + system) / 1e6, megabytes })
  return answer
}
