import { beforeEach, describe, expect, it } from 'vitest'
import type { ProductId } from '#shared/ids'
import { CustomerLimits } from '#shared/supply'
import { type ReleasePlan, releaseSupply } from '#supply'
import { runDue } from '../../functions/entry/schedule.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aCustomer, aSession, aShop, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call
let shop: AShop
let planner: string
let [a, b, c, d]: ProductId[] = []

beforeEach(async () => {
  world = await aWorld()
  call = apiOf(world)
  shop = await aShop(world, 4)
  ;[a, b, c, d] = shop.products
  planner = await aSession(world, await someStaff(world, [{ role: 'supply-planner', unitPath: 'hq' }]))
})

const limitsFor = async (rest = '', cookie = planner) =>
  CustomerLimits.parse((await call(`/customers/${shop.customerId}/limits${rest}`, { cookie })).body)
const put = (productId: ProductId | undefined, body: object, version: number, cookie = planner) =>
  call(`/cycles/${shop.cycleId}/limits/${productId}`, {
    method: 'PUT',
    cookie,
    body,
    headers: { 'if-match': `"${version}"` },
  })
const release = (plan: Partial<ReleasePlan> = {}) => {
  const of = (productId: ProductId | undefined, quantity: number, grade = 18) =>
    productId ? [{ productId, grade, quantity }] : []
  return releaseSupply(world, tester, shop.cycleId, {
    limits: [...of(a, 12), ...of(b, 8), ...of(c, 6), ...of(c, 5, 20)],
    shopsOfGrade: new Map([[18, 748]]),
    firstCome: d ? [{ productId: d, quantity: 30 }] : [],
    bands: [{ code: '200-300', products: [a, b, c].filter((each) => each !== undefined) }],
    ...plan,
  })
}

describe('the limits of one customer', () => {
  it('each kind with its quantity, band and version', async () => {
    expect(await limitsFor()).toMatchObject({ version: 0, items: [], cycle: { cycleId: shop.cycleId } })
    await release()
    const { items, ...whole } = await limitsFor()
    expect(whole).toMatchObject({
      grade: 18,
      version: 1,
      shops: 748,
      bands: [{ code: '200-300', cap: 20, isNamed: false }],
    })
    expect(items).toMatchObject([
      { code: 'P-1', kind: 'grade', quantity: 12, isDoubled: false, band: '200-300' },
      { code: 'P-2', kind: 'grade', quantity: 8 },
      { code: 'P-3', kind: 'grade', quantity: 6 },
      { code: 'P-4', kind: 'first-come', quantity: 30 },
    ])
  })

  it('by pages and by text it misses nothing', async () => {
    await release()
    const first = await limitsFor('?limit=3')
    const rest = await limitsFor(`?limit=3&cursor=${encodeURIComponent(first.nextCursor ?? '')}`)
    expect([...first.items, ...rest.items].map(({ code }) => code)).toEqual(['P-1', 'P-2', 'P-3', 'P-4'])
    expect(rest.nextCursor).toBeUndefined()
    expect((await limitsFor('?text=p-3')).items.map(({ code }) => code)).toEqual(['P-3'])
  })

  it('a shop that a release leaves out gets none', async () => {
    await release()
    const customerId = await aCustomer(world, 'G-7', { grade: 7 })
    const { body } = await call(`/customers/${customerId}/limits`, { cookie: planner })
    expect(body).toMatchObject({ grade: 7, shops: 0 })
    expect(CustomerLimits.parse(body).items.map(({ quantity }) => quantity)).toEqual([0, 0, 0, 30])
  })

  it('the same comes out as a file', async () => {
    await release()
    const path = `/customers/${shop.customerId}/limits/exports`
    const asked = { method: 'POST', cookie: planner, body: { filter: { text: 'p-' } } }
    const begun = await call(path, { ...asked, headers: { 'accept-language': 'en' } })
    expect(begun.status, begun.text).toBe(201)
    await runDue(world)
    const bytes = world.stored.get(`exports/${begun.body.jobId}.csv`)
    const rows = new TextDecoder().decode(bytes).trim().split(/\r?\n/)
    expect(rows).toHaveLength(5)
    expect(rows[1]).toMatch(/^P-1,.*,12,,200-300,$/)
    expect(rows[4]).toMatch(/^P-4,.*,,,,30$/)
  })

  it('other units and publishers see nothing of it', async () => {
    await release()
    const path = `/customers/${shop.customerId}/limits`
    const publisher = await aSession(world, await someStaff(world, [{ role: 'publisher', unitPath: 'hq' }]))
    const elsewhere = await aSession(
      world,
      await someStaff(world, [{ role: 'order-desk', unitPath: 'hq/44' }]),
    )
    expect((await call(path, { cookie: publisher })).body.code).toBe('identity.not_allowed')
    expect((await call(path, { cookie: elsewhere })).status).toBe(404)
    expect((await call(path, { cookie: shop.cookie })).body.code).toBe('identity.not_allowed')
  })
})

describe('changing one limit of a band', () => {
  it('a cap worked out follows the new limit', async () => {
    await release()
    const { status, body } = await put(a, { grade: 18, quantity: 25 }, 1)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      version: 2,
      limits: [{ grade: 18, quantity: 25, band: { code: '200-300', cap: 30, isNamed: false } }],
    })
    expect((await limitsFor()).bands).toMatchObject([{ code: '200-300', cap: 30, isNamed: false }])
  })

  it('a cap that was named stays through changes', async () => {
    const products = [a, b].filter((each) => each !== undefined)
    // 15 is what the limits give as well: it stays because it was named.
    const caps = [{ grade: 18, quantity: 15 }]
    await release({ bands: [{ code: 'x', products, caps }] })
    await put(a, { grade: 18, quantity: 30 }, 1)
    const { body } = await put(b, { grade: 18, quantity: 20 }, 2)
    expect(body.limits).toMatchObject([{ quantity: 20, band: { cap: 15, isNamed: true } }])
  })

  it('another change meanwhile is answered, not overwritten', async () => {
    await release()
    expect((await put(a, { grade: 18, quantity: 1 }, 1)).status).toBe(200)
    expect((await put(a, { grade: 18, quantity: 2 }, 1)).status).toBe(412)
    expect((await limitsFor()).items[0]).toMatchObject({ quantity: 1 })
  })
})
