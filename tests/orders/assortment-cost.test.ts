import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ProductId } from '#shared/ids'
import { showAssortment } from '../../functions/orders/show-assortment.ts'
import { apiOf } from '../support/api-client.ts'
import { type AShop, aRelease, aShop, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const PRODUCTS = 1000
const brands = ['云岭', '松风', '海潮', '银杏', '墨池', '竹溪', '紫云', '橘洲', '江南春', '龙井']
const kinds = ['硬红', '软蓝', '细支', '中支', '硬金', '软珍', '典藏', '小盒', '双喜', '清香']

let world: FakeWorld
let shop: AShop
let products: ProductId[]

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world, 1)
  const range = Array.from({ length: PRODUCTS }, (_, at) => ({
    code: `${String.fromCharCode(65 + (at % 26))}L-${1000 + ((at * 7919) % 9000)}${at}`,
    name: {
      zh: `${brands[at % 10]}（${kinds[Math.floor(at / 10) % 10]}${at}）`,
      en: `Brand ${at % 10} kind ${Math.floor(at / 10) % 10} no ${at}`,
    },
    price: 3000 + ((at * 104_729) % 60_000),
  }))
  products = await someProducts(world, range)
  await aRelease(world, shop.cycleId, {
    limits: products.slice(0, 400).map((productId, at) => ({ productId, grade: 18, quantity: (at % 9) + 1 })),
    shopsOfGrade: new Map([[18, 748]]),
    firstCome: products.slice(400, 410).map((productId) => ({ productId, quantity: 50 })),
    bands: [{ code: '300', products: products.slice(0, 40) }],
  })
})

describe('an assortment of a thousand products', () => {
  it('it costs two round trips, first-come goods included', async () => {
    await (await showAssortment(world, shop.customerId)).show()
    const table = world.table.metered()
    const { show } = await showAssortment({ ...world, table }, shop.customerId)
    expect((await show()).items).toHaveLength(PRODUCTS + 1)
    expect(table.spent.roundTrips).toBe(2)
  })

  it('it weighs at most sixty kilobytes compressed', async () => {
    const path = `/customers/${shop.customerId}/assortment`
    const { text } = await apiOf(world)(path, { cookie: shop.cookie })
    const kilobytes = gzipSync(text).length / 1000
    console.log(
      `assortment of ${PRODUCTS}: ${kilobytes.toFixed(1)} KB gzip of ${Math.round(text.length / 1000)}`,
    )
    expect(kilobytes).toBeLessThanOrEqual(60)
  })
})
