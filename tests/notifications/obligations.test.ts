import { beforeEach, describe, expect, it } from 'vitest'
import { type CustomerInput, holdCustomer } from '#accounts'
import { placeOrder } from '#orders'
import { askForChange } from '#requests'
import type { ShopDay } from '#shared/notifications'
import type { StaffRole } from '#shared/roles'
import { releaseCustomer } from '../../functions/accounts/change-customers.ts'
import { runDue } from '../../functions/entry/schedule.ts'
import { readHead } from '../../functions/imports/read-head.ts'
import { importFileKey, startImport } from '../../functions/imports/start-import.ts'
import { startPreview } from '../../functions/imports/start-phase.ts'
import { decideRequest } from '../../functions/requests/decide-request.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import {
  type AShop,
  aCustomer,
  aCycle,
  aMember,
  aRelease,
  aSession,
  aShop,
  someStaff,
} from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call

beforeEach(async () => {
  world = await aWorld()
  call = apiOf(world)
})

async function dayOf({ customerId, cookie }: AShop): Promise<ShopDay> {
  const answer = await call(`/customers/${customerId}/obligations`, { cookie })
  expect(answer.status).toBe(200)
  return JSON.parse(answer.text)
}

async function dueAt(shop: AShop): Promise<ShopDay['items']> {
  return (await dayOf(shop)).items
}

async function draft({ customerId, cookie, products }: AShop): Promise<void> {
  const body = { lines: [{ productId: products[0], quantity: 4 }] }
  const headers = { 'if-match': '"0"' }
  await call(`/customers/${customerId}/basket`, { method: 'PUT', cookie, body, headers })
}

async function order({ customerId, cycleId, products }: AShop, key = 'first') {
  const lines = products.map((productId) => ({ productId, quantity: 1 }))
  const { order: placed } = await placeOrder(
    world,
    tester,
    { customerId, cycleId, lines },
    { key, fingerprint: key },
  )
  return placed
}

const asOwner = (settings: Partial<CustomerInput> = {}) => aShop(world, 2, settings)

describe('what is due at a shop', () => {
  it('an open window comes with draft and cost', async () => {
    const shop = await asOwner({ creditLimit: 0, balance: 900_000 })
    await draft(shop)
    expect(await dueAt(shop)).toEqual([
      {
        kind: 'order',
        id: shop.cycleId,
        dueAt: '2026-11-25T06:00:00.000Z',
        facts: { lines: 1, total: 4000, currency: 'CNY', available: 900_000 },
        to: 'order/',
      },
    ])
  })

  it('a draft that limits overtook is to be mended', async () => {
    const shop = await asOwner({ grade: 18 })
    const [productId] = shop.products
    await draft(shop)
    if (productId)
      await aRelease(world, shop.cycleId, {
        limits: [{ productId, grade: 18, quantity: 2 }],
        shopsOfGrade: new Map([[18, 1]]),
      })
    expect(await dueAt(shop)).toMatchObject([{ kind: 'order', facts: { lines: 1, toMend: 1 } }])
  })

  it('a window that is used, or closed, is not due', async () => {
    const shop = await asOwner()
    await order(shop)
    expect(await dueAt(shop)).toEqual([])
    const other = { ...shop, customerId: await aCustomer(world, '184') }
    const owner = await aMember(world, other.customerId)
    const cookie = await aSession(world, owner, other.customerId)
    expect(await dueAt({ ...other, cookie })).toHaveLength(1)
    world.pass(3 * 3600)
    expect(await dueAt({ ...other, cookie })).toEqual([])
  })

  it('a shop on hold is told why and orders nothing', async () => {
    const shop = await asOwner()
    await holdShop(shop, '货款逾期')
    const [bare] = shop.customerId.split('_').slice(1)
    expect(await dueAt(shop)).toEqual([
      { kind: 'on-hold', id: bare, facts: { reason: '货款逾期' }, to: 'service/' },
    ])
    await releaseCustomer(world, tester, { customerId: shop.customerId, baseVersion: 2 })
    expect(await dueAt(shop)).toMatchObject([{ kind: 'order' }])
  })

  it('the next window offers the last order that stands', async () => {
    const shop = await asOwner()
    const { orderId } = await order(shop)
    world.pass(23 * 3600)
    const cycleId = await aCycle(world)
    const again = await order({ ...shop, cycleId }, 'again')
    const path = `/orders/${again.orderId}/cancellation`
    await call(path, { method: 'POST', cookie: shop.cookie, headers: { 'if-match': '"1"' } })
    expect(await dueAt(shop)).toMatchObject([{ kind: 'order', id: cycleId, facts: { lastOrderId: orderId } }])
  })

  it('a licence that runs out stands behind the window', async () => {
    const shop = await asOwner({ licence: { number: 'L-1', expiresOn: '2026-12-20' } })
    expect(await dueAt(shop)).toMatchObject([
      { kind: 'order' },
      {
        kind: 'licence',
        dueAt: '2026-12-20T16:00:00.000Z',
        facts: { expiresOn: '2026-12-20', isOver: false },
        to: 'me/change/?kind=licence',
      },
    ])
  })

  it.each([
    ['2026-11-01', 1],
    ['2027-01-24', 1],
    ['2027-01-25', 0],
  ] as const)('a licence until %s makes %i thing due', async (expiresOn, count) => {
    const shop = await asOwner({ licence: { number: 'L-1', expiresOn } })
    expect((await dueAt(shop)).filter(({ kind }) => kind === 'licence')).toHaveLength(count)
  })

  it('a refused request is due until it is asked again', async () => {
    const shop = await asOwner()
    await refuse(shop)
    const refused = { kind: 'request-refused', facts: { requestKind: 'addresses', reason: '门牌号不对' } }
    expect(await dueAt(shop)).toMatchObject([{ kind: 'order' }, refused])
    await ask(shop, 'again')
    expect(await dueAt(shop)).toMatchObject([{ kind: 'order' }])
  })

  it('who may only look has nothing due', async () => {
    const shop = await asOwner({ licence: { number: 'L-1', expiresOn: '2026-12-20' } })
    const reader = await aMember(world, shop.customerId, 'read-only')
    expect(await dueAt({ ...shop, cookie: await aSession(world, reader, shop.customerId) })).toEqual([])
  })
})

describe('between two windows', () => {
  it('a draft that missed the cut-off is told', async () => {
    const shop = await asOwner()
    await draft(shop)
    expect((await dayOf(shop)).draft).toBeUndefined()
    world.pass(3 * 3600)
    expect(await dayOf(shop)).toMatchObject({
      items: [],
      draft: { lines: 1, missedAt: '2026-11-25T06:00:00.000Z' },
    })
    world.pass(20 * 3600)
    await aCycle(world)
    expect((await dayOf(shop)).draft).toBeUndefined()
  })

  it('a draft that an order spent is no longer told', async () => {
    const shop = await asOwner()
    await draft(shop)
    await order(shop)
    world.pass(3 * 3600)
    expect((await dayOf(shop)).draft).toBeUndefined()
  })

  it('a draft made since waits for the coming window', async () => {
    const shop = await asOwner()
    world.pass(3 * 3600)
    await draft(shop)
    expect((await dayOf(shop)).draft).toEqual({ lines: 1 })
  })

  it('one the closing is to place is not missed', async () => {
    const shop = await asOwner()
    await draft(shop)
    const { customerId, cookie } = shop
    const body = { isOn: true, leavesOut: true }
    const headers = { 'if-match': '"0"' }
    await call(`/customers/${customerId}/standing-draft`, { method: 'PUT', cookie, body, headers })
    world.pass(3 * 3600)
    expect((await dayOf(shop)).draft).toBeUndefined()
  })

  it('who may only look is told of no draft', async () => {
    const shop = await asOwner()
    await draft(shop)
    world.pass(3 * 3600)
    const reader = await aMember(world, shop.customerId, 'read-only')
    const cookie = await aSession(world, reader, shop.customerId)
    expect((await dayOf({ ...shop, cookie })).draft).toBeUndefined()
  })
})

describe('what waits for staff', () => {
  it('each count is of their own units', async () => {
    const shop = await asOwner()
    await ask(shop, 'first')
    const ours = await staffDay('account-manager', 'hq/53')
    const theirs = await staffDay('account-manager', 'hq/44')
    expect(ours).toMatchObject([
      { kind: 'requests-waiting', facts: { count: 1, isMore: false }, to: 'staff/requests/' },
    ])
    expect(theirs).toEqual([])
  })

  it('who may only look at requests has none to decide', async () => {
    const shop = await asOwner()
    await ask(shop, 'first')
    expect(await staffDay('order-desk', 'hq/53')).toEqual([])
  })

  it('one request counts once under two roles', async () => {
    const shop = await asOwner()
    await ask(shop, 'first')
    const roles = [
      { role: 'account-manager', unitPath: 'hq/53' },
      { role: 'administrator', unitPath: 'hq' },
    ] as const
    const cookie = await aSession(world, await someStaff(world, [...roles]))
    const { items } = JSON.parse((await call('/obligations', { cookie })).text)
    expect(items).toMatchObject([{ kind: 'requests-waiting', facts: { count: 1 } }])
  })

  it('a technician is not told of requests', async () => {
    const shop = await asOwner()
    await ask(shop, 'first')
    expect(await staffDay('field-technician', 'hq')).toEqual([])
  })

  it('an import waits once its preview is there', async () => {
    await asOwner()
    const input = { kind: 'products', fileName: 'a.csv' } as const
    const begun = await startImport(world, tester, input, { key: 'i', fingerprint: 'i' })
    const { importId } = begun.import
    await world.files.write(importFileKey(importId), 'code,name_zh\nN-1,新\n', 'text/csv')
    await readHead(world, tester, importId)
    expect(await staffDay('administrator', 'hq')).toEqual([])
    await startPreview(world, tester, importId)
    await runDue(world)
    expect(await staffDay('administrator', 'hq')).toMatchObject([
      { kind: 'imports-waiting', facts: { count: 1 }, to: `staff/imports/${importId}/` },
    ])
    expect(await staffDay('account-manager', 'hq')).toEqual([])
  })
})

async function staffDay(role: StaffRole, unitPath: string) {
  const cookie = await aSession(world, await someStaff(world, [{ role, unitPath }]))
  const { items }: { items: ShopDay['items'] } = JSON.parse((await call('/obligations', { cookie })).text)
  return items
}

async function holdShop({ customerId }: AShop, reason: string) {
  await holdCustomer(world, tester, { customerId, reason, baseVersion: 1 })
}

async function ask({ customerId, owner }: AShop, key: string) {
  const addresses = [{ text: `人民路 ${key} 号`, isMain: true }]
  const asked = { customerId, personId: owner, change: { kind: 'addresses' as const, addresses } }
  return askForChange(world, tester, asked, { key, fingerprint: key })
}

async function refuse(shop: AShop): Promise<void> {
  const { requestId } = await ask(shop, 'first')
  const { customerId } = shop
  const decision = { decision: 'refused', reason: '门牌号不对', customerVersion: 1 } as const
  await decideRequest(world, tester, { customerId, requestId, ...decision })
  world.pass(60)
}
