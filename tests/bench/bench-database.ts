// A database with a market in it for the bench: a company, its assortment, limits, and shops that are signed in.

import type { CustomerId, CycleId, ProductId } from '#shared/ids'
import { type RunningDatabase, startDatabase } from '../../infra/local/database.ts'
import {
  aCompany,
  aCustomer,
  aCycle,
  aMember,
  aRelease,
  aSession,
  someProducts,
} from '../support/builders.ts'
import { aWorld, type FakeWorld, realNow } from '../support/fake-world.ts'

export type BenchShop = { customerId: CustomerId; cookie: string }
export type Market = {
  database: RunningDatabase
  world: FakeWorld
  cycleId: CycleId
  products: ProductId[]
  shops: BenchShop[]
}

export const TABLE = 'bench'

/** A market of `products` goods, each limited for grade 18, and `shops` shops with money to spend. */
export async function openMarket({
  products: count,
  shops: shopCount,
}: {
  products: number
  shops: number
}): Promise<Market> {
  const database = await startDatabase({})
  const world = await aWorld({ endpoint: database.endpoint, tableName: TABLE, now: realNow() })
  await aCompany(world, { oneOrderACycle: false })
  const cycleId = await aCycle(world, 'daily', { openSeconds: 12 * 3600 })
  const products = await someProducts(
    world,
    Array.from({ length: count }, (_, at) => ({
      code: `P-${at}`,
      name: { zh: `云岭（硬红${at}）`, en: `Yunling Hard Red ${at}` },
      price: 1000 + at,
    })),
  )
  await aRelease(world, cycleId, {
    limits: products.map((productId) => ({ productId, grade: 18, quantity: 900_000 })),
    shopsOfGrade: new Map([[18, 748]]),
  })
  const shops: BenchShop[] = []
  for (let at = 0; at < shopCount; at++) {
    const customerId = await aCustomer(world, `B-${at}`, { balance: 10 ** 11, creditLimit: 0 })
    shops.push({ customerId, cookie: await aSession(world, await aMember(world, customerId), customerId) })
  }
  return { database, world, cycleId, products, shops }
}

/** Twenty lines, one of each of the first products. */
export function twentyLines({ products }: Market): Array<{ productId: ProductId; quantity: number }> {
  return products.slice(0, 20).map((productId, at) => ({ productId, quantity: at + 1 }))
}
