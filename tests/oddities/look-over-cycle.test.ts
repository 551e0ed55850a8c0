import { beforeEach, describe, expect, it } from 'vitest'
import { lookRuns } from '#oddities'
import { changeOrder, placeOrder } from '#orders'
import type { Actor } from '#platform/actor'
import { runDueJobs } from '#platform/jobs/run-jobs'
import type { CustomerId, CycleId, OrderId, ProductId } from '#shared/ids'
import { type Oddity, OddityPage } from '#shared/oddities'
import { deliverDue, runDue } from '../../functions/entry/schedule.ts'
import { startLook } from '../../functions/oddities/on-cycle-closed.ts'
import { whatShopsOrdered } from '../../functions/orders/what-shops-ordered.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import {
  aCompany,
  aCustomer,
  aCycle,
  aMember,
  aSession,
  someProducts,
  someStaff,
} from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const HOUR = 3600
let world: FakeWorld
let call: Call
let cycleId: CycleId
let products: ProductId[]

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  products = await someProducts(
    world,
    [1, 2, 3, 4, 5, 6].map((at) => ({ code: `P-${at}` })),
  )
  cycleId = await aCycle(world)
})

const lines = (...quantities: number[]) =>
  products.flatMap((productId, at) =>
    (quantities[at] ?? 0) > 0 ? [{ productId, quantity: quantities[at] ?? 0 }] : [],
  )

type Shop = { customerId: CustomerId; member: Actor }
async function aShop(code: string, unitPath = 'hq/53/5301', address?: string): Promise<Shop> {
  const customerId = await aCustomer(world, code, { unitPath })
  const personId = await aMember(world, customerId)
  return {
    customerId,
    member: { kind: 'member', personId, customerId, role: 'owner', sessionKey: '', address },
  }
}

let keys = 0
async function place({ customerId, member }: Shop, quantities: number[]): Promise<OrderId> {
  const key = `look ${++keys}`
  const asked = { customerId, cycleId, lines: lines(...quantities) }
  return (await placeOrder(world, member, asked, { key, fingerprint: key })).order.orderId
}

/** Passes the close, and does what is due until nothing is. */
async function closeAndLook(): Promise<void> {
  world.pass(2 * HOUR + 121)
  for (let run = 1; run <= 4; run++) {
    await runDue(world)
    while ((await deliverDue(world)) > 0) world.pass(1)
  }
}

async function staffCookie(unitPath: string, role: 'account-manager' | 'analyst' | 'administrator') {
  return aSession(world, await someStaff(world, [{ role, unitPath }]))
}

async function listed(cookie: string, more = ''): Promise<Oddity[]> {
  const { body, status, text } = await call(`/oddities?cycleId=${cycleId}${more}`, { cookie })
  expect(status, text).toBe(200)
  return OddityPage.parse(body).items
}

const everyStored = async () => {
  const { items } = await world.table.scan(undefined, 1000)
  return JSON.stringify(items)
}

describe('a closed cycle', () => {
  it('identical baskets are told with their shops', async () => {
    const [one, other, third] = [await aShop('a'), await aShop('b'), await aShop('c', 'hq/53/5302')]
    const orderId = await place(one, [1, 2, 3, 4, 5])
    await place(other, [1, 2, 3, 4, 5])
    await place(third, [1, 2, 3, 4, 6])
    await closeAndLook()
    const cookie = await staffCookie('hq', 'administrator')
    const items = await listed(cookie)
    expect(items).toHaveLength(2)
    expect(items).toContainEqual(
      expect.objectContaining({
        ...{ customerId: one.customerId, kinds: ['identical'], version: 0 },
        orders: [expect.objectContaining({ orderId, total: 15_000 })],
        evidence: {
          identical: {
            ...{ shops: 2, lines: 5, quantity: 15 },
            peers: [{ customerId: other.customerId, name: { zh: '店b', en: 'Shop b' } }],
          },
        },
      }),
    )
  })

  it('shops at one address are told, desks are not', async () => {
    const address = '203.0.113.7'
    const [one, other] = [await aShop('a', 'hq/53/5301', address), await aShop('b', 'hq/44', address)]
    const alone = await aShop('c', 'hq/53/5301', '203.0.113.8')
    await place(one, [1])
    await place(other, [2])
    await place(alone, [3])
    const desk = { ...(await aShop('d')), member: { kind: 'system', name: 'tests' } as const }
    await place(desk, [4])
    expect(await everyStored()).not.toContain(address)
    await closeAndLook()
    const cookie = await staffCookie('hq/53/5301', 'account-manager')
    // The other one lies in a unit of others: it counts and has no name.
    expect(await listed(cookie)).toMatchObject([
      { customerId: one.customerId, kinds: ['device'], evidence: { device: { shops: 2, peers: [] } } },
    ])
    const root = await listed(await staffCookie('hq', 'analyst'), '&kind=device')
    expect(root.map(({ customerId }) => customerId).toSorted()).toEqual(
      [one.customerId, other.customerId].toSorted(),
    )
  })

  it('marks of addresses are gone once compared', async () => {
    const shop = await aShop('a', 'hq/53/5301', '203.0.113.7')
    await place(shop, [1])
    const use = () => world.table.get({ pk: `C#${shop.customerId.slice(4)}`, sk: `Y#${cycleId.slice(4)}` })
    const tags = (await use())?.d
    expect(tags).toEqual([expect.stringMatching(/^[\w-]{8}$/)])
    await closeAndLook()
    expect((await use())?.d).toBeUndefined()
    const { items } = await world.table.query(
      { room: '', name: '', question: '', read: 'query', pk: 'OP#{c}', sk: 'P#{x}' } as const,
      { c: cycleId.slice(4) },
    )
    const weekAhead = Date.parse(world.clock.now()) / 1000 + 7 * 86_400
    expect(items).toHaveLength(1)
    expect(Number(items[0]?.expires)).toBeLessThanOrEqual(weekAhead)
  })

  it('a late change names its order and both totals', async () => {
    const shop = await aShop('a')
    const orderId = await place(shop, [10])
    world.pass(2 * HOUR - 300)
    const change = { to: 'placed', lines: lines(30) } as const
    await changeOrder(world, shop.member, { orderId, baseVersion: 1, change })
    world.pass(-(2 * HOUR - 300))
    await closeAndLook()
    const [odd] = await listed(await staffCookie('hq', 'analyst'))
    expect(odd).toMatchObject({
      kinds: ['late'],
      evidence: { late: { orderId, from: 10_000, to: 30_000, secondsBefore: 300 } },
    })
  })

  it('a swing is told against four cycles before', async () => {
    const shop = await aShop('a')
    for (let week = 1; week <= 4; week++) {
      await place(shop, [20])
      world.pass(24 * HOUR)
      cycleId = await aCycle(world)
    }
    await place(shop, [90])
    await closeAndLook()
    expect(await listed(await staffCookie('hq', 'analyst'))).toMatchObject([
      { kinds: ['swing'], evidence: { swing: { quantity: 90, mean: 20, cycles: 4 } } },
    ])
  })

  it('a look killed anywhere ends as one', async () => {
    const address = '203.0.113.7'
    const shops = [await aShop('a', 'hq/53/5301', address), await aShop('b', 'hq/53/5302', address)]
    for (const shop of shops) await place(shop, [1, 2, 3, 4, 5])
    world.pass(2 * HOUR + 121)
    for (let run = 1; run <= 3; run++) await runDue(world)
    await startLook(world, cycleId)
    const { table } = world
    for (let kill = 1; kill <= 10; kill++) {
      let commits = 0
      const commit: typeof table.commit = async (...all) => {
        if (++commits === kill) throw new Error('killed')
        await table.commit(...all)
      }
      await runDueJobs({ ...world, table: { ...table, commit } }, lookRuns).catch(() => undefined)
      world.pass(600)
    }
    await startLook(world, cycleId)
    await runDueJobs(world, lookRuns)
    const cookie = await staffCookie('hq', 'administrator')
    expect(await listed(cookie)).toMatchObject(
      shops.map(() => ({ kinds: ['identical', 'device'], version: 0 })),
    )
    expect((await call('/oddity-counts', { cookie })).body).toMatchObject({ shops: 2, open: 2 })
  })

  it('a later cycle without orders is not opened on', async () => {
    await place(await aShop('a'), [1])
    await closeAndLook()
    const empty = await aCycle(world, 'weekly-1')
    await closeAndLook()
    const { body } = await call('/oddity-counts', { cookie: await staffCookie('hq', 'administrator') })
    expect(body.looks).toMatchObject([{ cycleId: empty, ordered: 0 }, { ordered: 1 }])
    expect(body.cycleId).toBe(cycleId)
  })

  it('who ordered nothing is not looked at', async () => {
    const { customerId } = await aShop('a')
    const cycle = { batch: 'daily', date: '2026-01-01', version: 1 } as const
    const times = { opensAt: world.clock.now(), closesAt: world.clock.now() }
    expect(await whatShopsOrdered(world, { ...cycle, ...times }, [customerId])).toEqual([])
  })
})

describe('looking at what is odd', () => {
  let cookie: string
  let one: Shop

  beforeEach(async () => {
    one = await aShop('a')
    await place(one, [1, 2, 3, 4, 5])
    await place(await aShop('b', 'hq/53/5302'), [1, 2, 3, 4, 5])
    await closeAndLook()
    cookie = await staffCookie('hq/53', 'account-manager')
  })

  const review = (version: number, body: object, as = cookie) =>
    call(`/customers/${one.customerId}/oddities/${cycleId}/review`, {
      ...{ method: 'PUT', cookie: as, headers: { 'if-match': `"${version}"` }, body },
    })

  it('counts stand by reason and unit, open ones go down', async () => {
    const counts = () => call(`/oddity-counts`, { cookie })
    expect((await counts()).body).toMatchObject({
      ...{ cycleId, shops: 2, open: 2, kinds: { identical: 2, device: 0, late: 0, swing: 0 } },
      looks: [{ cycleId, batch: 'daily' }],
      units: [
        { unitPath: 'hq/53/5301', shops: 1 },
        { unitPath: 'hq/53/5302', shops: 1 },
      ],
    })
    const day = await call('/obligations', { cookie })
    expect(day.body.items).toMatchObject([{ kind: 'oddities-open', facts: { count: 2 } }])
    expect((await review(0, { state: 'fine', note: '兄弟俩的店' })).status).toBe(200)
    expect((await review(1, { state: 'to-follow', note: '再去看看' })).status).toBe(200)
    expect((await counts()).body).toMatchObject({ shops: 2, open: 1 })
  })

  it('what came of it has who, when and history', async () => {
    const { body } = await review(0, { state: 'to-follow', note: '下周上门看' })
    expect(body).toMatchObject({ version: 1, review: { state: 'to-follow', note: '下周上门看' } })
    expect(await listed(cookie, '&state=to-follow')).toMatchObject([{ customerId: one.customerId }])
    expect(await listed(cookie, '&state=open')).toHaveLength(1)
    expect(await listed(cookie, '&kind=swing')).toEqual([])
    const told = await call(`/customers/${one.customerId}/oddities/${cycleId}/history`, { cookie })
    expect(told.body.items).toMatchObject([
      { type: 'oddity.reviewed', change: { state: { from: 'open', to: 'to-follow' } } },
    ])
  })

  it('an older look is no base for a note', async () => {
    await review(0, { state: 'fine', note: '看过' })
    expect((await review(0, { state: 'to-follow', note: '不对' })).status).toBe(412)
    expect((await review(1, { state: 'fine', note: '' })).status).toBe(400)
    const analyst = await staffCookie('hq', 'analyst')
    expect((await review(1, { state: 'fine', note: '我' }, analyst)).status).toBe(403)
  })

  it('a page ends where it is told to', async () => {
    const read = async (cursor = '') => {
      const path = `/oddities?cycleId=${cycleId}&limit=1${cursor && `&cursor=${cursor}`}`
      return OddityPage.parse((await call(path, { cookie })).body)
    }
    const first = await read()
    const next = await read(first.nextCursor)
    const ids = [...first.items, ...next.items].map(({ customerId }) => customerId)
    expect(new Set(ids).size).toBe(2)
    expect([first.items.length, next.nextCursor]).toEqual([1, undefined])
  })

  it('thresholds are the company’s, with their history', async () => {
    const admin = await staffCookie('hq', 'administrator')
    const { version, ...thresholds } = (await call('/oddity-thresholds', { cookie: admin })).body
    expect(version).toBe(0)
    const save = (body: object) =>
      call('/oddity-thresholds', { method: 'PUT', cookie: admin, headers: { 'if-match': '"0"' }, body })
    expect((await save({ ...thresholds, swingPercent: 50 })).status).toBe(400)
    expect((await save({ ...thresholds, identicalLines: 8 })).body).toMatchObject({ version: 1 })
    const told = await call('/oddity-thresholds/history', { cookie: admin })
    expect(told.body.items).toMatchObject([{ change: { identicalLines: { from: 5, to: 8 } } }])
  })
})
