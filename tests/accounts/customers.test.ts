import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { accountKey, type CustomerInput, saveCustomer } from '#accounts'
import { eventsOf } from '#platform/events/event-store'
import { derivedId } from '#platform/new-id'
import type { CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { customerKey } from '../../functions/accounts/customer-store.ts'
import { nastyTexts } from '../shared/nasty-texts.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
const input = {
  code: 'saved',
  name: { zh: '福来超市', en: 'Fulai' },
  kind: 'retailer',
  licence: { number: '' },
  format: 'convenience',
  addresses: [],
  unitPath: 'hq/53/5301',
  batch: 'daily',
  priceList: 'standard',
  grade: 18,
} satisfies CustomerInput
let world: FakeWorld
let call: Call

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
})

async function staffAt(unitPath: string): Promise<string> {
  return aSession(world, await someStaff(world, [{ role: 'account-manager', unitPath }]))
}

describe('saving a customer', () => {
  it('the same code is the same customer', async () => {
    const first = await saveCustomer(world, tester, input)
    expect(first.verdict).toBe('new')
    expect(await saveCustomer(world, tester, input)).toEqual({ ...first, verdict: 'unchanged' })
    const again = await saveCustomer(world, tester, { ...input, grade: 19 })
    expect(again).toEqual({ ...first, verdict: 'changed' })
    const events = await eventsOf(world.table, customerKey(first.customerId))
    expect(events.map(({ change }) => change.grade)).toEqual([
      { from: null, to: 18 },
      { from: 18, to: 19 },
    ])
  })

  it('what is saved is there in every field', async () => {
    const { customerId } = await saveCustomer(world, tester, {
      ...input,
      code: 'fields',
      licence: { number: '530102100183' },
      creditLimit: 500_000,
      balance: -20_000,
    })
    const { body } = await call(`/customers/${customerId}`, { cookie: await staffAt('hq') })
    expect(body).toMatchObject({
      ...input,
      code: 'fields',
      licence: { number: '530102100183' },
      balance: -20_000,
      reserved: 0,
      available: 480_000,
      isOnHold: false,
    })
  })

  it('saving keeps what orders have reserved', async () => {
    const { customerId } = await saveCustomer(world, tester, {
      ...input,
      code: 'reserved',
      creditLimit: 10_000,
    })
    const stored = { update: accountKey(customerId), change: { add: { reserved: 700, running: 3 } } }
    await world.table.commit([stored])
    await saveCustomer(world, tester, { ...input, code: 'reserved', creditLimit: 20_000 })
    expect(await world.table.get(accountKey(customerId))).toMatchObject({
      reserved: 700,
      running: 3,
      creditLimit: 20_000,
    })
  })

  it('short numbers are never given twice', async () => {
    const saving = Array.from({ length: 12 }, async (_, at) => {
      for (;;) {
        try {
          return await saveCustomer(world, tester, { ...input, code: `parallel-${at}` })
        } catch (error) {
          if (!(error instanceof Problem) || error.code !== 'accounts.changed_meanwhile') throw error
        }
      }
    })
    const saved = await Promise.all(saving)
    const items = await world.table.getMany(saved.map(({ customerId }) => customerKey(customerId)))
    expect(new Set(items.map((item) => item?.number)).size).toBe(12)
  })

  it('a number of another customer is refused', async () => {
    await saveCustomer(world, tester, { ...input, code: 'numbered', number: 8001 })
    const doubled = { ...input, code: 'doubled', number: 8001 }
    await expect(saveCustomer(world, tester, doubled)).rejects.toThrow('accounts.number_taken')
    expect(await world.table.get(customerKey(derivedId('customer', 'doubled')))).toBeUndefined()
  })

  it('numbers that files gave are passed over', async () => {
    const { customerId } = await saveCustomer(world, tester, { ...input, code: 'counted' })
    const { number } = z.object({ number: z.number() }).parse(await world.table.get(customerKey(customerId)))
    for (const ahead of [1, 2])
      await saveCustomer(world, tester, { ...input, code: `ahead-${ahead}`, number: number + ahead })
    const next = await saveCustomer(world, tester, { ...input, code: 'counted-on' })
    expect(await world.table.get(customerKey(next.customerId))).toMatchObject({ number: number + 3 })
  })

  it('a customer of an unknown unit is refused', async () => {
    const lost = { ...input, code: 'lost', unitPath: 'hq/99' }
    await expect(saveCustomer(world, tester, lost)).rejects.toThrow('accounts.unit_not_found')
  })

  it('every kind of text comes back as given', async () => {
    const cookie = await staffAt('hq')
    for (const [at, text] of nastyTexts.entries()) {
      const customerId = await aCustomer(world, `nasty-${at}`, {
        name: { zh: text, en: text },
        addresses: [{ text, isMain: true }],
      })
      const { body } = await call(`/customers/${customerId}`, { cookie })
      expect(body).toMatchObject({ name: { zh: text, en: text }, addresses: [{ text }] })
    }
  })
})

describe('finding customers', () => {
  let inCounty: CustomerId

  beforeAll(async () => {
    inCounty = await aCustomer(world, 'county', { unitPath: 'hq/53/5302', holdReason: '证照过期' })
    for (let at = 0; at < 9; at++) await aCustomer(world, `other-${at}`, { unitPath: 'hq/44' })
  })

  async function everyoneFor(cookie: string, limit: number, query = ''): Promise<string[]> {
    const found: string[] = []
    let cursor = ''
    do {
      const { body, status, text } = await call(`/customers?limit=${limit}${query}${cursor}`, { cookie })
      expect(status, text).toBe(200)
      const items = Array.isArray(body.items) ? body.items : []
      found.push(...items.map((item: { code: string }) => item.code))
      cursor = body.nextCursor ? `&cursor=${encodeURIComponent(String(body.nextCursor))}` : ''
    } while (cursor)
    return found
  }

  it('staff see exactly the customers under their units', async () => {
    const all = await everyoneFor(await staffAt('hq'), 100)
    const province = await everyoneFor(await staffAt('hq/53'), 100)
    const other = await everyoneFor(await staffAt('hq/44'), 100)
    expect(other.sort()).toEqual(Array.from({ length: 9 }, (_, at) => `other-${at}`))
    expect(province).toContain('county')
    expect([...province, ...other].sort()).toEqual(all.sort())
    expect(await everyoneFor(await staffAt('hq/53/5302'), 100)).toEqual(['county'])
  })

  it('a list by small pages misses and doubles nothing', async () => {
    const cookie = await staffAt('hq')
    expect((await everyoneFor(cookie, 3)).sort()).toEqual((await everyoneFor(cookie, 100)).sort())
  })

  it('a narrower unit may be asked for, another not', async () => {
    const cookie = await staffAt('hq/53')
    expect(await everyoneFor(cookie, 100, '&unitPath=hq/53/5302')).toEqual(['county'])
    const foreign = await call('/customers?unitPath=hq/44', { cookie })
    expect(foreign.body).toMatchObject({ status: 404, code: 'accounts.unit_not_found' })
  })

  it('a cursor of one person is nothing to another', async () => {
    const { body } = await call('/customers?limit=2', { cookie: await staffAt('hq') })
    const path = `/customers?limit=2&cursor=${encodeURIComponent(String(body.nextCursor))}`
    const other = await call(path, { cookie: await staffAt('hq') })
    expect(other.body).toMatchObject({ status: 400, code: 'request.cursor_invalid' })
  })

  it('a hold shows on the card and with its reason', async () => {
    const cookie = await staffAt('hq/53/5302')
    const { body: list } = await call('/customers', { cookie })
    expect(list.items).toMatchObject([{ code: 'county', isOnHold: true }])
    const { body } = await call(`/customers/${inCounty}`, { cookie })
    expect(body).toMatchObject({ isOnHold: true, holdReason: '证照过期' })
    await aCustomer(world, 'county', { unitPath: 'hq/53/5302' })
    expect((await call('/customers', { cookie })).body.items).toMatchObject([{ isOnHold: false }])
  })

  it('a foreign customer is like one that is not', async () => {
    const member = await aSession(world, await aMember(world, inCounty), inCounty)
    const foreign = await aCustomer(world, 'foreign', { unitPath: 'hq/44' })
    const [theirs, none] = [
      await call(`/customers/${foreign}`, { cookie: member }),
      await call('/customers/cus_0000000000000000', { cookie: member }),
    ]
    expect(theirs.status).toBe(404)
    expect({ ...theirs.body, requestId: '' }).toEqual({ ...none.body, requestId: '' })
    expect((await call('/customers', { cookie: member })).body.code).toBe('identity.not_allowed')
  })
})
