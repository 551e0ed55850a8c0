import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { askApproval } from '#approvals'
import { saveAgreement } from '#catalogue'
import { saveStandingDraft } from '#drafts'
import { raiseObjection } from '#objections'
import { changeOrder, placeOrder, saveBuyerSettings } from '#orders'
import { askForChange, uploadKey } from '#requests'
import type { PersonId } from '#shared/ids'
import { onePrice } from '#shared/price-rules'
import { createOrderList } from '../../functions/drafts/save-order-list.ts'
import { saveStock } from '../../functions/drafts/save-stock.ts'
import { deliverDue, runDue } from '../../functions/entry/schedule.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aCustomer, aMember, aSession, aShop, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call
let shop: AShop
let manager: string

beforeAll(async () => {
  world = await aWorld()
  call = apiOf(world)
  shop = await aShop(world, 3, {
    name: { zh: '=福来()', en: 'Fulai' },
    note: '内部备注',
    addresses: [{ text: '+人民路 1 号', isMain: true }],
  })
  const lines = shop.products.map((productId) => ({ productId, quantity: 2 }))
  const { customerId, cycleId } = shop
  const personId = await aMember(world, customerId, 'buyer')
  const buyer = { kind: 'member', personId, customerId, role: 'buyer', sessionKey: 'tests' } as const
  await askApproval(world, buyer, { customerId, wish: { cycleId, lines } }, { key: 'a', fingerprint: 'a' })
  await deliverDue(world)
  const asked = { customerId, cycleId, lines }
  const { order } = await placeOrder(world, tester, asked, { key: 'a', fingerprint: 'a' })
  const [first, ...rest] = lines
  const changed = [{ productId: first?.productId ?? 'prd_', quantity: 4 }, ...rest]
  const desk = { kind: 'staff', personId, grants: [], sessionKey: '' } as const
  const change = { to: 'placed', lines: changed } as const
  await changeOrder(world, desk, { orderId: order.orderId, baseVersion: 1, change })
  const reason = '不是我要的'
  await raiseObjection(world, buyer, { orderId: order.orderId, reason }, { key: 'o', fingerprint: 'o' })
  await keepTheRest(personId)
  manager = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** What a shop leaves in the portal beside its orders. */
async function keepTheRest(personId: PersonId): Promise<void> {
  const { customerId, products } = shop
  const [productId = 'prd_'] = products
  const rows = [{ productId, breaks: onePrice(900) }]
  await saveAgreement(world, tester, { customerId, rows })
  await saveStandingDraft(world, tester, { customerId, isOn: true, leavesOut: true, baseVersion: 0 })
  const list = { customerId, name: '常订', lines: [{ productId, quantity: 3 }] }
  await createOrderList(world, tester, list, { key: 'l', fingerprint: 'l' })
  await saveStock(world, { customerId, items: [{ productId, quantity: 7 }], baseVersion: 0 })
  await saveBuyerSettings(world, tester, { customerId, approval: 'always', limits: [], baseVersion: 0 })
  await world.files.write(uploadKey(customerId, '0123456789ABCDEF'), new Uint8Array(PNG), 'image/png')
  const licence = { number: '530102100183', expiresOn: '2028-03-31' } as const
  const wish = { kind: 'licence', licence, uploadId: '0123456789ABCDEF' } as const
  await askForChange(world, tester, { customerId, personId, change: wish }, { key: 'r', fingerprint: 'r' })
}

async function archiveFor(cookie: string): Promise<Record<string, string>> {
  const path = `/customers/${shop.customerId}/archive`
  const { status, body, headers } = await call(path, { method: 'POST', cookie })
  expect(status).toBe(201)
  await runDue(world)
  const { body: done } = await call(String(headers.get('location')).replace('/api', ''), { cookie })
  expect(done).toMatchObject({
    jobId: body.jobId,
    state: 'done',
    downloadUrl: `memory:archives/${body.jobId}.zip`,
  })
  const files = unzipSync(world.stored.get(`archives/${body.jobId}.zip`) ?? new Uint8Array())
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

describe('a customer as one archive', () => {
  it('all that is known comes out again', async () => {
    const files = await archiveFor(manager)
    const part = (name: string) => JSON.parse(files[`${name}.json`] ?? 'null')
    expect(part('customer')).toMatchObject({ code: '183', note: '内部备注', grade: 18 })
    expect(part('addresses')).toEqual([{ addressId: '1', text: '+人民路 1 号', isMain: true }])
    expect(part('people')).toHaveLength(2)
    expect(part('people')).toContainEqual(
      expect.objectContaining({ kind: 'member', role: 'owner', phone: expect.stringMatching(/^\+86/) }),
    )
    expect(part('orders')).toHaveLength(1)
    expect(part('lines').map(({ quantity }: { quantity: number }) => quantity)).toEqual([4, 2, 2])
    expect(part('history').map(({ type }: { type: string }) => type)).toEqual(['customer.saved'])
    expect(part('basket')).toMatchObject({ version: 0 })
    expect(part('approvals')).toMatchObject([{ state: 'asked', lines: [{}, {}, {}] }])
    expect(part('messages')).toMatchObject([
      { template: expect.any(String), text: expect.stringMatching(/./) },
    ])
  })

  it('orders, drafts and disputes come with what they were', async () => {
    const files = await archiveFor(manager)
    const part = (name: string) => JSON.parse(files[`${name}.json`] ?? 'null')
    expect(part('agreement')).toMatchObject({ version: 1, rows: [{ productId: shop.products[0] }] })
    expect(part('earlier-versions')).toMatchObject([{ version: 1, lines: [{ quantity: 2 }, {}, {}] }])
    expect(part('objections')).toMatchObject([{ reason: '不是我要的', state: 'raised' }])
    expect(part('standing-draft')).toMatchObject({ isOn: true })
    expect(part('order-lists')).toMatchObject([{ name: '常订', lines: [{ quantity: 3 }] }])
    expect(part('stock')).toMatchObject([{ quantity: 7 }])
    expect(part('buyer-settings')).toMatchObject({ approval: 'always' })
    expect(part('requests')).toMatchObject([{ wanted: { licence: { number: '530102100183' } } }])
    const pictures = Object.entries(files).filter(([name]) => name.startsWith('licences/'))
    expect(pictures).toEqual([
      [`licences/${part('requests')[0].requestId}.png`, expect.stringContaining('PNG')],
    ])
    expect(files['earlier-versions.csv']?.split('\n')[0]).toContain('orderId')
  })

  it('no cell of it starts a formula', async () => {
    const files = await archiveFor(manager)
    const tables = Object.entries(files).filter(([name]) => name.endsWith('.csv'))
    expect(tables.length).toBeGreaterThan(4)
    for (const [name, text] of tables) expect(text, name).not.toMatch(/(?:^|,|\n)"?[=+@-][^0-9]/)
    expect(files['addresses.csv']).toContain("'+人民路")
  })

  it('the owner gets it without notes of staff', async () => {
    const files = await archiveFor(shop.cookie)
    expect(Object.values(files).join()).not.toContain('内部备注')
    expect(files['customer.json']).toContain('福来')
  })

  it('nobody else takes it or starts one', async () => {
    const path = `/customers/${shop.customerId}/archive`
    const { body } = await call(path, { method: 'POST', cookie: manager })
    expect((await call(`${path}/${body.jobId}`, { cookie: shop.cookie })).body.code).toBe(
      'exports.export_not_found',
    )
    const buyer = await aSession(world, await aMember(world, shop.customerId, 'buyer'), shop.customerId)
    expect((await call(path, { method: 'POST', cookie: buyer })).body.code).toBe('identity.not_allowed')
    const other = await aCustomer(world, 'other-shop')
    expect((await call(`/customers/${other}/archive/${body.jobId}`, { cookie: manager })).body.code).toBe(
      'exports.export_not_found',
    )
  })
})
