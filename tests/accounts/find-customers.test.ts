import { beforeAll, describe, expect, it } from 'vitest'
import { rebuildCustomerSearch } from '#accounts'
import type { RunJob } from '#platform/jobs/run-jobs'
import { onCustomerChanged } from '../../functions/accounts/find-customers.ts'
import { deliverDue } from '../../functions/entry/schedule.ts'
import { dueEvents } from '../../functions/platform/events/event-store.ts'
import { allChunks, documentsOf } from '../../functions/platform/search/find-store.ts'
import { foldNotes } from '../../functions/platform/search/fold-notes.ts'
import { nastyTexts } from '../shared/nasty-texts.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { randomOf } from '../support/seeded-chance.ts'

type Job = Parameters<RunJob>[1]
const aJob: Job = {
  jobId: 'job_0123456789ABCDEF',
  kind: 'customer-search',
  family: 'tests',
  input: {},
  asked: 'x',
  by: { kind: 'system', id: 'tests' },
  state: 'running',
  startedAt: '2026-11-25T04:00:00.000Z',
  done: 0,
  total: 0,
  verdicts: {},
  tries: 1,
}
const shops: Array<[string, string, string?]> = [
  ['F1', '福来超市'],
  ['C1', '重庆小面馆'],
  ['L1', '长乐便利店'],
  ['X1', '昆明鑫源烟酒商行'],
  ['E1', 'Ｆｕｌｌ Ｗｉｄｔｈ Store'],
  ['Z9', '福来超市', 'hq/44'],
]
let world: FakeWorld
let call: Call
let manager: string

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  for (const [at, [code, zh, unitPath = 'hq/53/5301']] of shops.entries()) {
    const licence = { number: `53010210018${at}` }
    await aCustomer(world, code, {
      name: { zh, en: zh },
      unitPath,
      licence,
      number: 1800 + at,
      phone: '0871-6655443',
    })
  }
  while ((await deliverDue(world)) > 0) world.pass(2)
  manager = await staffAs('account-manager', 'hq/53')
})

async function staffAs(role: 'account-manager' | 'publisher' | 'service-agent', unitPath: string) {
  return aSession(world, await someStaff(world, [{ role, unitPath }]))
}

function search(text: string, cookie = manager, rest = '') {
  return call(`/customers/found${rest}`, { cookie, headers: { 'search-text': encodeURIComponent(text) } })
}

async function found(text: string, cookie = manager): Promise<string[]> {
  const { body, status, text: said } = await search(text, cookie)
  expect(status, said).toBe(200)
  const items = Array.isArray(body.items) ? body.items : []
  return items.map((item: { code: string; matched: string }) => `${item.code} ${item.matched}`)
}

describe('finding a customer as one types', () => {
  it('three letters of pinyin find the shop', async () => {
    expect(await found('flc')).toEqual(['F1 pinyin'])
    expect(await found('fulai')).toEqual(['F1 pinyin'])
    expect(await found('xyy')).toEqual(['X1 pinyin'])
    expect(await found('shanghang')).toEqual(['X1 pinyin'])
  })

  it('a character of two sounds answers to both', async () => {
    for (const typed of ['chongqing', 'zhongqing', 'cqx', 'zqx'])
      expect(await found(typed)).toEqual(['C1 pinyin'])
    for (const typed of ['changle', 'clb', 'zhangle']) expect(await found(typed)).toEqual(['L1 pinyin'])
  })

  it('a part of the name is enough', async () => {
    expect(await found('福来')).toEqual(['F1 name'])
    expect(await found('来超')).toEqual(['F1 name'])
    expect(await found('鑫源烟酒')).toEqual(['X1 name'])
  })

  it('full and half width letters are the same', async () => {
    expect(await found('full width')).toEqual(['E1 name'])
    expect(await found('ｆｌｃ')).toEqual(['F1 pinyin'])
  })

  it('code, number and licence are found from their beginning', async () => {
    expect(await found('x1')).toEqual(['X1 code'])
    expect(await found('1803')).toEqual(['X1 number'])
    expect(await found('530102100183')).toEqual(['X1 licence'])
    expect((await found('53010210')).sort()).toEqual(
      ['C1', 'E1', 'F1', 'L1', 'X1'].map((code) => `${code} licence`),
    )
  })

  it('four last digits find who has that phone', async () => {
    const name = { zh: '电话店', en: 'Phone' }
    await aCustomer(world, 'P1', { name, unitPath: 'hq/44', number: 5443, phone: '0871-6660001' })
    while ((await deliverDue(world)) > 0) world.pass(2)
    const root = await staffAs('account-manager', 'hq')
    expect(await found('0001', root)).toEqual(['P1 phone'])
    expect(await found('60001', root)).toEqual(['P1 phone'])
    expect(await found('001', root)).toEqual([])
    expect(await found('0001')).toEqual([])
    expect((await found('5443', root))[0]).toBe('P1 number')
    expect((await found('5443')).sort()).toEqual(
      ['C1', 'E1', 'F1', 'L1', 'X1'].map((code) => `${code} phone`),
    )
    expect(await found('0001', await staffAs('publisher', 'hq/53'))).toEqual([])
  })

  it('a whole phone number finds the shops of its person', async () => {
    const contact = { name: '王芳', phone: '+8613800138000', receivesDeliveries: true }
    const { body } = await search('L1')
    const [shop] = Array.isArray(body.items) ? body.items : []
    const added = await call(`/customers/${shop.customerId}/contacts`, {
      method: 'POST',
      cookie: manager,
      body: contact,
    })
    expect(added.status, added.text).toBe(201)
    expect(await found('138 0013-8000')).toEqual(['L1 phone'])
    expect(await found('+8613800138000')).toEqual(['L1 phone'])
    expect(await found('13800138001')).toEqual([])
  })

  it('nothing outside the own units is found', async () => {
    expect(await found('福来', await staffAs('account-manager', 'hq/44'))).toEqual(['Z9 name'])
    expect((await found('福来', await staffAs('account-manager', 'hq'))).sort()).toEqual([
      'F1 name',
      'Z9 name',
    ])
    const outside = await search('a', manager, '?unitPath=hq/44')
    expect(outside.body).toMatchObject({ status: 404, code: 'accounts.unit_not_found' })
    for (const text of ['', ' ', 'x'.repeat(61)])
      expect((await search(text)).body).toMatchObject({
        code: 'request.invalid',
        errors: [{ path: 'search-text' }],
      })
    const bare = await call('/customers/found?text=a', { cookie: manager })
    expect(bare.body.code).toBe('request.invalid')
    const member = await aSession(world, await aMember(world, 'cus_0000000000000000'), 'cus_0000000000000000')
    expect((await search('a', member)).body.code).toBe('identity.not_allowed')
  })

  it('nothing one may type breaks it', async () => {
    for (const typed of [...nastyTexts, '*', '##', '~!@', 'C#1', 'a'.repeat(60)]) {
      if (typed.trim() && typed.length <= 60) expect(await found(typed), typed).toBeInstanceOf(Array)
    }
  })

  it('who sees no phone finds nothing by it', async () => {
    const publisher = await staffAs('publisher', 'hq/53')
    expect(await found('0871', publisher)).toEqual([])
    expect(await found('13800138000', publisher)).toEqual([])
    expect(await found('0871')).toHaveLength(5)
  })
})

describe('the search of customers', () => {
  it('after doubled and reordered events it equals a rebuild', async () => {
    const own = await aWorld()
    await aCompany(own)
    for (let round = 0; round < 2; round++)
      for (let at = 0; at < 12; at++)
        await aCustomer(own, `S-${at}`, { name: { zh: `店${round}`, en: 'Shop' } })
    const random = randomOf(3)
    const due = (await dueEvents(own.table, own.clock.now(), 100)).events.map(({ event }) => event)
    const all = due.flatMap((event) => (random() < 0.3 ? [event, event] : [event]))
    for (const { event } of all.map((event) => ({ event, at: random() })).sort((a, b) => a.at - b.at)) {
      await onCustomerChanged(own, event)
      if (random() < 0.3) await foldNotes(own, 'customers')
    }
    await foldNotes(own, 'customers')
    const kept = await contentOf(own)
    for (const chunk of allChunks)
      await own.table.commit([{ delete: { pk: 'FIND#customers', sk: `CHUNK#${chunk}` } }])
    await own.table.commit([{ delete: { pk: 'FIND#customers', sk: 'HEAD' } }])
    await rebuildCustomerSearch(own, aJob, async () => undefined)
    expect(kept).toBe(await contentOf(own))
    expect(kept).toContain('"version":2')
  })
})

async function contentOf(own: FakeWorld): Promise<string> {
  const chunks = await documentsOf(own.table, 'customers', allChunks)
  return JSON.stringify(allChunks.map((chunk) => chunks.get(chunk)?.documents))
}
