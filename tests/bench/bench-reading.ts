// Reading: the last orders and the catalogue of a shop.
import { gzipSync } from 'node:zlib'
import { listOrders } from '../../functions/orders/list-orders.ts'
import { showAssortment } from '../../functions/orders/show-assortment.ts'
import { apiOf } from '../support/api-client.ts'
import { type Market, openMarket } from './bench-database.ts'
import { atMost, type Row } from './bench-table.ts'
import { storeOrders } from './store-orders.ts'

/** The rows of reading. */
export async function benchReading(): Promise<Row[]> {
  const market = await openMarket({ products: 1000, shops: 1 })
  try {
    return [...(await lastOrders(market)), ...(await catalogue(market))]
  } finally {
    await market.database.stop()
  }
}

async function lastOrders(market: Market): Promise<Row[]> {
  const { world, shops } = market
  const customerId = shops[0]?.customerId ?? 'cus_'
  await storeOrders(market, 60)
  const table = world.table.metered()
  const { items } = await listOrders({ ...world, table }, 'bench', { customerId, limit: 20 })
  if (items.length !== 20) throw new Error('The bench found too few orders')
  return [
    atMost('last 20 orders: round trips', table.spent.roundTrips, 1, { digits: 0, floor: '1' }),
    atMost('last 20 orders: read units', table.spent.readUnits, 1.5, { floor: '0.5' }),
  ]
}

async function catalogue({ world, shops: [shop] }: Market): Promise<Row[]> {
  if (!shop) return []
  await showAssortment(world, shop.customerId)
  const table = world.table.metered()
  await showAssortment({ ...world, table }, shop.customerId)
  const call = apiOf(world)
  const path = `/customers/${shop.customerId}/assortment`
  const first = await call(path, { cookie: shop.cookie })
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
  const again = await call(path, { cookie: shop.cookie, headers })
  const of = 'catalogue of 1,000 products with my prices and limits'
  return [
    atMost(`${of}: round trips`, table.spent.roundTrips, 2, { digits: 0 }),
    atMost(`${of}: KB gzip`, gzipSync(first.text).length / 1000, 60),
    {
      measure: `${of}, unchanged`,
      got: String(again.status),
      bar: '304',
      floor: '',
      isMet: again.status === 304,
    },
  ]
}
