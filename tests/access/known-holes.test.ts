import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { readConfig } from '#platform/config'
import type { CustomerId, ProductId } from '#shared/ids'
import { releaseSupply } from '#supply'
import { runDue } from '../../functions/entry/schedule.ts'
import { type Answer, apiOf, type Call } from '../support/api-client.ts'
import {
  type AShop,
  aCustomer,
  aMember,
  aSession,
  aShop,
  someProducts,
  someStaff,
} from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

type Someone = { customerId: CustomerId; cookie: string }
const Placed = z.object({ orderId: z.string(), version: z.number(), total: z.number(), currency: z.string() })

let world: FakeWorld
let call: Call
let shop: AShop
let stranger: Someone

beforeAll(async () => {
  world = await aWorld()
  call = apiOf(world)
  shop = await aShop(world)
  stranger = await someone('stranger')
})

async function someone(code: string, name = '店'): Promise<Someone> {
  const customerId = await aCustomer(world, code, { name: { zh: name, en: name } })
  return { customerId, cookie: await aSession(world, await aMember(world, customerId), customerId) }
}

function place(of: Someone, body: object = {}, productId: ProductId | undefined = shop.products[0]) {
  const lines = [{ productId, quantity: 2 }]
  const asked = { customerId: of.customerId, cycleId: shop.cycleId, lines, ...body }
  return call('/orders', { method: 'POST', cookie: of.cookie, body: asked })
}

async function placed(of: Someone): Promise<z.infer<typeof Placed>> {
  const answer = await place(of)
  expect(answer.status, answer.text).toBe(201)
  return Placed.parse(answer.body)
}

/** What the shop itself sees of its order. */
async function seen(of: Someone, orderId: string): Promise<string> {
  return (await call(`/orders/${orderId}`, { cookie: of.cookie })).text
}

const absent = async (path: string) => (await call(path, { cookie: stranger.cookie })).body.code
const codeOf = ({ body }: Answer) => body.code

describe('foreign objects by id, as peers let them be taken', () => {
  let orderId: string
  let owner: Someone

  beforeAll(async () => {
    owner = await someone('owner')
    orderId = (await placed(owner)).orderId
  })

  it.each([
    ['macrozheng/mall#994', ''],
    ['CVE-2025-12919 of EverShop', '/history'],
  ])('%s: a foreign order is like an absent one', async (_, part) => {
    const answer = await call(`/orders/${orderId}${part}`, { cookie: stranger.cookie })
    expect(answer.status).toBe(404)
    expect(codeOf(answer)).toBe(await absent(`/orders/ord_0123456789ABCDEF-1${part}`))
    expect((await call(`/orders/${orderId}${part}`)).status).toBe(401)
  })

  it.each([
    ['dotnet/eShop#996', 'POST', '/cancellation', undefined],
    ['GHSA-g268-72p7-9j6j of Spree', 'PUT', '', { lines: [] }],
  ])('%s: a foreign order is not changed', async (_, method, part, body) => {
    const before = await seen(owner, orderId)
    const sent = { method, cookie: stranger.cookie, headers: { 'if-match': '"1"' }, body }
    expect((await call(`/orders/${orderId}${part}`, sent)).status).toBe(404)
    expect(await seen(owner, orderId)).toBe(before)
  })

  it.each([
    ['GHSA-3ghg-3787-w2xr of Spree', 'addresses'],
    ['GHSA-x5rw-qvvp-5cgm of Bagisto', 'past-quantities'],
    ['CVE-2026-46408 of Vvveb', 'basket'],
  ])('%s: what hangs on a foreign shop stays hidden', async (_, part) => {
    const answer = await call(`/customers/${owner.customerId}/${part}`, { cookie: stranger.cookie })
    expect([403, 404]).toContain(answer.status)
  })

  it('an order for another shop writes nothing', async () => {
    const answer = await place({ ...stranger, customerId: owner.customerId })
    expect([403, 404]).toContain(answer.status)
    const { body } = await call(`/customers/${owner.customerId}/orders`, { cookie: owner.cookie })
    expect(body.items).toHaveLength(1)
  })
})

describe('money and quantities that a client decides', () => {
  it('CVE-2026-44826 of Vvveb: no negative quantity is taken', async () => {
    const answer = await place(stranger, { lines: [{ productId: shop.products[0], quantity: -1 }] })
    expect(answer.status).toBe(422)
    expect(
      (await call(`/customers/${stranger.customerId}/orders`, { cookie: stranger.cookie })).body.items,
    ).toEqual([])
  })

  it('prices and currency of a client count for nothing', async () => {
    const honest = await placed(await someone('honest'))
    const lines = [{ productId: shop.products[0], quantity: 2, price: 1 }]
    const answer = await place(await someone('liar'), { currency: 'USD', total: 1, lines })
    const { total, currency } = Placed.parse(answer.body)
    expect({ total, currency }).toEqual({ total: honest.total, currency: honest.currency })
  })
})

describe('what happens at once', () => {
  it('CVE-2024-53476 of SimplCommerce, saleor#543: the last unit is sold once', async () => {
    const [scarce] = await someProducts(world, [{ code: 'LAST', price: 100 }])
    if (!scarce) throw new Error('no product')
    const firstCome = [{ productId: scarce, quantity: 1 }]
    const plan = { limits: [], firstCome, shopsOfGrade: new Map() }
    await releaseSupply(world, { kind: 'system', name: 'tests' }, shop.cycleId, plan)
    const crowd: Someone[] = []
    for (let at = 0; at < 8; at++) crowd.push(await someone(`crowd-${at}`))
    const lines = [{ productId: scarce, quantity: 1 }]
    const answers = await Promise.all(crowd.map((each) => place(each, { lines })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  it('a stale tab does not overwrite a changed order', async () => {
    const of = await someone('two-tabs')
    const { orderId, version } = await placed(of)
    const change = (quantity: number) =>
      call(`/orders/${orderId}`, {
        method: 'PUT',
        cookie: of.cookie,
        headers: { 'if-match': `"${version}"` },
        body: { lines: [{ productId: shop.products[0], quantity }] },
      })
    expect((await change(3)).status).toBe(200)
    const before = await seen(of, orderId)
    expect([409, 412]).toContain((await change(9)).status)
    expect(await seen(of, orderId)).toBe(before)
  })
})

describe('what else peers left open', () => {
  it('pimcore/customer-data-framework#453: a name starts no formula', async () => {
    await someone('formula', "=cmd|' /C calc'!A0")
    const cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
    const body = { kind: 'customers', format: 'csv', filter: {} }
    const begun = await call('/exports', { method: 'POST', cookie, body })
    expect(begun.status, begun.text).toBe(201)
    await runDue(world)
    const { downloadUrl } = (await call(`/exports/${begun.body.jobId}`, { cookie })).body
    const bytes = world.stored.get(String(downloadUrl).slice('memory:'.length)) ?? new Uint8Array()
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain("' /C calc'!A0")
    expect(text).not.toMatch(/(^|[,\n\r"])[=@+]/)
  })

  it('secrets that everybody knows start no portal', () => {
    expect(() => readConfig({ PUBLIC_ORIGIN: 'https://portal.example' })).toThrow(/SECRET/)
  })
})
