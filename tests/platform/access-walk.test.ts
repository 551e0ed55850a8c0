import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import * as z from 'zod'
import type { AccessPattern } from '#platform/storage/access-pattern'
import { indexes } from '#platform/storage/table'
import { deliverDue, runDue } from '../../functions/entry/schedule.ts'
import { storedPatterns } from '../architecture/stored-patterns.ts'
import { type FaultProxy, startRecordingProxy } from '../faults/proxy.ts'
import type { Recorded } from '../faults/proxy-record.ts'
import { anImporter, runImport, undoImport } from '../imports/run-import.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aCustomer, aMember, aRelease, aSession, aShop, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { walkAccount } from './walk-account.ts'
import { walkRemoved } from './walk-removed.ts'

let proxy: FaultProxy
let world: FakeWorld
let call: Call
let shop: AShop
let rows: AccessPattern[]
let walked: Recorded[]

beforeAll(async () => {
  rows = (await storedPatterns()).map(({ row }) => row)
  proxy = await startRecordingProxy(inject('databaseEndpoint'))
  world = await aWorld({ endpoint: proxy.endpoint })
  call = apiOf(world)
  shop = await aShop(world, 3)
  const [first, second] = shop.products
  if (!first || !second) throw new Error('No products')
  await aRelease(world, shop.cycleId, {
    limits: [{ productId: first, grade: 18, quantity: 50 }],
    firstCome: [{ productId: second, quantity: 50 }],
  })
  await walkOrder()
  await walkAccount(world, call, shop)
  await walkRemoved(world, call, shop)
  await walkLists()
  await walkCatalogue()
  world.pass(1)
  const limits = `cycle,product,grade,quantity\n${shop.cycleId},P-1,18,40\n`
  const released = await runImport(world, 'limits', limits)
  await undoImport(world, released.cookie, released.importId)
  await walkMessages()
  const customers = 'code,name_zh,unit,owner_phone,licence\nW-1,走,hq/53/5301,+8613700000001,L1\n'
  await runImport(world, 'customers', customers)
  const orders = 'document,customer,product,quantity,placed_at,price\n7,183,P-1,1,2026-01-05,1\n'
  await runImport(world, 'orders', orders)
  await walkFiles()
  await walkDrafts()
  while ((await deliverDue(world)) > 0) world.pass(1)
  // What waits for the search is folded after a minute.
  world.pass(60)
  await runDue(world)
  await walkClosing()
  walked = [...proxy.requests]
})
afterAll(() => proxy.stop())

async function expectWell(path: string, sent: Parameters<Call>[1]) {
  const answer = await call(path, sent)
  expect(answer.status, `${path} ${answer.text}`).toBeLessThan(300)
  return answer
}

/** A shop whose standing draft is more than its money, and the report of that. */
async function walkClosing(): Promise<void> {
  const poor = await aCustomer(world, 'W-2', { creditLimit: 0, balance: 1 })
  const cookie = await aSession(world, await aMember(world, poor), poor)
  const fresh = { method: 'PUT', cookie, headers: { 'if-match': '"0"' } }
  const lines = [{ productId: shop.products[2], quantity: 3 }]
  await expectWell(`/customers/${poor}/basket`, { ...fresh, body: { lines } })
  await expectWell(`/customers/${poor}/standing-draft`, { ...fresh, body: { isOn: true, leavesOut: true } })
  world.pass(3 * 3600)
  for (let run = 1; run <= 2; run++) await runDue(world)
  const staff = await aSession(world, await someStaff(world, [{ role: 'analyst', unitPath: 'hq' }]))
  const { body } = await expectWell(`/cycles/${shop.cycleId}/closing`, { cookie: staff })
  expect(body).toMatchObject({ state: 'done', items: [{ outcome: 'standing-refused' }] })
  while ((await deliverDue(world)) > 0) world.pass(1)
  await runDue(world)
  for (const path of [`/oddities?cycleId=${shop.cycleId}`, '/oddity-counts', '/oddity-thresholds'])
    await expectWell(path, { cookie: staff })
  await call(`/customers/${poor}/oddities/${shop.cycleId}/history`, { cookie: staff })
}

async function walkOrder(): Promise<void> {
  const { customerId, cycleId, products, cookie } = shop
  const lines = products.map((productId) => ({ productId, quantity: 2 }))
  const placed = await expectWell('/orders', { method: 'POST', cookie, body: { customerId, cycleId, lines } })
  const path = `/orders/${placed.body.orderId}`
  await expectWell(path, {
    method: 'PUT',
    cookie,
    headers: { 'if-match': '"1"' },
    body: { lines: lines.slice(0, 2) },
  })
  await expectWell(`/customers/${customerId}/basket`, {
    method: 'PUT',
    cookie,
    headers: { 'if-match': '"0"' },
    body: { lines },
  })
  for (const rest of ['', '/history']) await expectWell(`${path}${rest}`, { cookie })
  for (const rest of ['', '/orders', '/basket', '/assortment', '/members', '/stock', '/order-lists']) {
    await expectWell(`/customers/${customerId}${rest}`, { cookie })
  }
  await expectWell(`${path}/cancellation`, { method: 'POST', cookie, headers: { 'if-match': '"2"' } })
}

async function walkDrafts(): Promise<void> {
  const { customerId, products, cookie } = shop
  const own = `/customers/${customerId}`
  const [productId] = products
  const put = (path: string, version: number, body: object) =>
    expectWell(`${own}${path}`, { method: 'PUT', cookie, headers: { 'if-match': `"${version}"` }, body })
  await put('/stock', 0, { items: [{ productId, quantity: 3 }] })
  await put('/basket', 1, { lines: [{ productId, quantity: 4 }] })
  const list = { name: '常用', lines: [{ productId, quantity: 1 }] }
  await expectWell(`${own}/order-lists`, { method: 'POST', cookie, body: list })
  await expectWell(`${own}/order-lists`, { cookie })
}

async function walkLists(): Promise<void> {
  const admin = await someStaff(world, [
    { role: 'administrator', unitPath: 'hq' },
    { role: 'account-manager', unitPath: 'hq/53' },
  ])
  const cookie = await aSession(world, admin)
  const buyer = await aMember(world, shop.customerId, 'buyer')
  const paths = [
    '/company',
    '/company/first-steps',
    '/session',
    '/units',
    '/cycles',
    `/cycles/${shop.cycleId}/shops-waited-for?unitPath=hq/53`,
    '/order-progress',
    '/obligations',
    '/customers?limit=1',
    '/orders',
    '/orders?unitPath=hq/53',
    '/staff',
    '/imports',
  ]
  for (const path of paths) await expectWell(path, { cookie })
  const change = {
    method: 'PUT',
    cookie,
    headers: { 'if-match': '"1"' },
    body: { role: 'read-only', isDisabled: false },
  }
  const acting = { method: 'PUT', cookie: await aSession(world, buyer, shop.customerId) }
  await expectWell('/people/me/sessions', { cookie })
  await expectWell('/session/acting-for', { ...acting, body: { customerId: shop.customerId } })
  await expectWell(`/customers/${shop.customerId}/members/${buyer}`, change)
  await call('/sign-in/callback?state=x&code=y')
  await walkCustomer(cookie)
}

async function walkCustomer(cookie: string): Promise<void> {
  const own = `/customers/${shop.customerId}`
  const contact = { name: '王芳', phone: '+8613700000002', receivesDeliveries: true }
  await expectWell(`${own}/contacts`, { method: 'POST', cookie, body: contact })
  await expectWell(`${own}/members`, { method: 'POST', cookie, body: { ...contact, role: 'buyer' } })
  const asked = { kind: 'addresses', addresses: [{ text: '人民路 1 号', isMain: true }] }
  const { body } = await expectWell(`${own}/requests`, { method: 'POST', cookie: shop.cookie, body: asked })
  await expectWell('/requests?unitPath=hq/53', { cookie })
  const decision = { decision: 'approved', customerVersion: body.customerVersion }
  const path = `${own}/requests/${body.requestId}/decision`
  await expectWell(path, { method: 'POST', cookie, body: decision })
  for (const rest of ['/contacts', '/requests', '/history', '/grades'])
    await expectWell(`${own}${rest}`, { cookie })
  for (const text of ['5301', '13700000002'])
    await expectWell('/customers/found', { cookie, headers: { 'search-text': text } })
}

async function walkCatalogue(): Promise<void> {
  const admin = await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }])
  const cookie = await aSession(world, admin)
  const put = (path: string, body: object) =>
    expectWell(path, { method: 'PUT', cookie, headers: { 'if-match': '"0"' }, body })
  const name = { zh: '走', en: 'Walk' }
  await put('/categories/walk', { name })
  await put('/products/W-1', { name, unit: name, barcode: '96385074', category: 'walk' })
  await put('/price-lists/walk', { name, level: 'class' })
  await put('/price-lists/walk/prices/W-1', { from: '2027-01-01', breaks: [{ atLeast: 1, price: 1 }] })
  const paths = ['/products?category=walk', '/price-lists/walk/prices', '/price-lists/changes']
  for (const path of paths) await expectWell(path, { cookie })
}

/** The owner wants one summary a day; what was decided before is told by it. */
async function walkMessages(): Promise<void> {
  const { customerId, cookie } = shop
  const put = (path: string, body: object, by = cookie) =>
    expectWell(path, { method: 'PUT', cookie: by, headers: { 'if-match': '"0"' }, body })
  const ways = { sms: true, mail: true }
  const kinds = {
    'order-reminders': ways,
    'order-news': ways,
    'account-changes': ways,
    'calendar-changes': ways,
  }
  await put('/people/me/preferences', { kinds, digest: { at: '18:00' } })
  await put('/people/me/large-mode', { isOn: true })
  for (const path of ['/people/me/frame', '/messages', `/customers/${customerId}/obligations`])
    await expectWell(path, { cookie })
  const publisher = await someStaff(world, [{ role: 'publisher', unitPath: 'hq' }])
  const words = { subject: '{shop}', text: '{link}' }
  await put('/message-templates/invitation', { zh: words, en: words }, await aSession(world, publisher))
}

async function walkFiles(): Promise<void> {
  const cookie = await anImporter(world)
  for (const kind of ['customers', 'products', 'prices', 'orders'])
    await expectWell('/exports', { method: 'POST', cookie, body: { kind } })
  const map = { kind: 'products', name: '常用 #1', mapping: { code: 'a', name_zh: 'b' } }
  await expectWell('/import-maps', { method: 'PUT', cookie, body: map })
  await expectWell('/import-maps?kind=products', { cookie })
}

const Text = z.object({ S: z.string() })
const Values = z.record(z.string(), Text)

function pieceOf(template: string): string {
  return template
    .split(/(\{\w+\})/)
    .map((part) =>
      part === '{partition}' || part === '{subject}'
        ? '.+'
        : part.startsWith('{')
          ? '[^#]+'
          : part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'),
    )
    .join('')
}

const fits = (template: string, text: string) => new RegExp(`^${pieceOf(template)}$`).test(text)

/** Prefixes that a query may ask for: up to any part of the sort key, a range also up to the end of one. */
function prefixesOf(template: string, isRange: boolean): string[] {
  const cuts = [...template.matchAll(/\{\w+\}/g)].flatMap(({ index, 0: part }) => [
    index,
    ...(isRange ? [index + part.length] : []),
  ])
  return [...cuts.map((cut) => template.slice(0, cut)), template]
}

function answersKey(row: AccessPattern, id: string): boolean {
  const [pk, sk] = z.tuple([Text, Text]).parse(JSON.parse(id.slice(id.indexOf('|') + 1)))
  return !row.index && fits(row.pk, pk.S) && fits(row.sk, sk.S)
}

function answersQuery(row: AccessPattern, request: Recorded): boolean {
  const values = Values.parse(request.values)
  const keys = row.index ? indexes[row.index] : { partitionKey: 'pk', sortKey: 'sk' }
  const names = [...(request.keyCondition ?? '').matchAll(/\b(?:gsi\d)?[ps]k\b/g)].map(([name]) => name)
  if (
    row.read !== 'query' ||
    row.index !== request.index ||
    names.some((name) => name !== keys.partitionKey && name !== keys.sortKey)
  )
    return false
  const upTo = values[':b']?.S.replace(/~$/, '')
  const prefix = upTo ?? values[':a']?.S ?? ''
  const templates = prefixesOf(row.sk, upTo !== undefined)
  return fits(row.pk, values[':p']?.S ?? '') && templates.some((template) => fits(template, prefix))
}

describe('what requests ask of the table', () => {
  it('no request ever scans it', () => {
    expect(walked.length).toBeGreaterThan(100)
    expect(walked.filter(({ operation }) => operation === 'Scan')).toEqual([])
  })

  it('every key belongs to a declared row', () => {
    const keys = walked.filter(({ operation }) => operation !== 'Query').flatMap((request) => request.keys)
    expect(keys.length).toBeGreaterThan(200)
    expect([...new Set(keys)].filter((id) => !rows.some((row) => answersKey(row, id)))).toEqual([])
  })

  it('every query belongs to a declared row', () => {
    const queries = walked.filter(({ operation }) => operation === 'Query')
    expect(queries.length).toBeGreaterThan(20)
    const stray = queries.filter((request) => !rows.some((row) => answersQuery(row, request)))
    expect(stray.map(({ index, keyCondition, values }) => ({ index, keyCondition, values }))).toEqual([])
  })

  it('every declared row was asked on the way', () => {
    const unused = rows.filter(
      (row) =>
        !walked.some((request) =>
          request.operation === 'Query'
            ? answersQuery(row, request)
            : request.keys.some((id) => answersKey(row, id)),
        ),
    )
    expect(unused.map(({ room, name }) => `${room}.${name}`)).toEqual([])
  })
})
