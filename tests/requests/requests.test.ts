import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountKey, holdCustomer } from '#accounts'
import type { CustomerId, PersonId } from '#shared/ids'
import { storedCustomer } from '../../functions/accounts/customer-store.ts'
import { deliverDue } from '../../functions/entry/schedule.ts'
import { type Answer, apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
const addresses = [{ text: '北京路 2 号', note: '后门', isMain: true }]
const pictures = {
  jpeg: [0xff, 0xd8, 0xff, 0xe0, 1, 2],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0],
  pdf: [...Buffer.from('%PDF-1.7')],
  script: [...Buffer.from('<script>alert(1)</script>')],
  svg: [...Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
}
let world: FakeWorld
let call: Call
let customerId: CustomerId
let owner: PersonId
let cookie: string
let manager: string
let shops = 0

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  manager = await aSession(world, await someStaff(world, [{ role: 'account-manager', unitPath: 'hq/53' }]))
})
beforeEach(async () => {
  customerId = await aCustomer(world, `shop-${++shops}`, {
    addresses: [{ text: '人民路 1 号', isMain: true }],
  })
  owner = await aMember(world, customerId)
  cookie = await aSession(world, owner, customerId)
  while ((await deliverDue(world)) > 0) world.pass(1)
  world.sentSms.length = 0
})

function ask(change: object, by = cookie, headers: Record<string, string> = {}): Promise<Answer> {
  return call(`/customers/${customerId}/requests`, { method: 'POST', cookie: by, body: change, headers })
}

function decide(requestId: unknown, decision: object, by = manager): Promise<Answer> {
  const path = `/customers/${customerId}/requests/${requestId}/decision`
  return call(path, { method: 'POST', cookie: by, body: { customerVersion: 1, ...decision } })
}

async function upload(bytes: number[]): Promise<unknown> {
  const { body } = await call(`/customers/${customerId}/uploads`, { method: 'POST', cookie })
  const key = String(body.uploadUrl).replace('memory:', '')
  expect(key).toBe(`uploads/${customerId.slice(4)}/${body.uploadId}`)
  world.stored.set(key, new Uint8Array(bytes))
  return body.uploadId
}

async function customerNow() {
  const state = await storedCustomer(world.table, customerId, { isStrong: true })
  if (!state) throw new Error('No customer')
  return state.customer
}

describe('asking for other addresses', () => {
  it('an approval changes the record and tells the asker', async () => {
    const asked = await ask({ kind: 'addresses', addresses })
    expect(asked.status, asked.text).toBe(201)
    expect(asked.body).toMatchObject({
      state: 'asked',
      kind: 'addresses',
      wanted: { addresses: [{ text: '北京路 2 号', addressId: '2' }] },
      now: { addresses: [{ text: '人民路 1 号' }] },
      customerVersion: 1,
    })
    expect((await customerNow()).addresses).toMatchObject([{ text: '人民路 1 号' }])
    const decided = await decide(asked.body.requestId, { decision: 'approved' })
    expect(decided.body).toMatchObject({
      state: 'approved',
      decidedBy: expect.stringMatching(/^职/),
      now: { addresses: [{ text: '北京路 2 号' }] },
    })
    expect(await customerNow()).toMatchObject({
      version: 2,
      addresses: [{ text: '北京路 2 号', note: '后门' }],
    })
    while ((await deliverDue(world)) > 0) world.pass(1)
    expect(world.sentSms).toMatchObject([{ text: expect.stringContaining('已通过') }])
    const { body: history } = await call(`/customers/${customerId}/history`, { cookie: manager })
    expect(history.items).toMatchObject([
      { by: { kind: 'staff' }, change: { requestId: asked.body.requestId } },
      {},
    ])
  })

  it('a refusal says why and changes nothing', async () => {
    const { body } = await ask({ kind: 'addresses', addresses })
    expect((await decide(body.requestId, { decision: 'refused' })).body.code).toBe('request.invalid')
    const decided = await decide(body.requestId, { decision: 'refused', reason: '地址不清楚' })
    expect(decided.body).toMatchObject({ state: 'refused', reason: '地址不清楚' })
    expect((await customerNow()).version).toBe(1)
    while ((await deliverDue(world)) > 0) world.pass(1)
    expect(world.sentSms).toMatchObject([{ text: expect.stringContaining('地址不清楚') }])
    expect((await ask({ kind: 'addresses', addresses })).status).toBe(201)
  })

  it('one of a kind is open at a time', async () => {
    const { body } = await ask({ kind: 'addresses', addresses })
    expect((await ask({ kind: 'addresses', addresses })).body).toMatchObject({
      status: 409,
      code: 'requests.already_open',
    })
    const both = await Promise.all([withdraw(body.requestId), withdraw(body.requestId)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await ask({ kind: 'addresses', addresses })).status).toBe(201)
  })

  it('the same key asks once', async () => {
    const headers = { 'idempotency-key': `once-${shops}` }
    const [first, again] = await Promise.all([
      ask({ kind: 'addresses', addresses }, cookie, headers),
      ask({ kind: 'addresses', addresses }, cookie, headers),
    ])
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body.requestId).toBe(first.body.requestId)
    const other = [{ text: '别处', isMain: true }]
    expect((await ask({ kind: 'addresses', addresses: other }, cookie, headers)).body.code).toBe(
      'request.key_reused',
    )
  })

  function withdraw(requestId: unknown) {
    return call(`/customers/${customerId}/requests/${requestId}/withdrawal`, { method: 'POST', cookie })
  }
})

describe('deciding at the same time', () => {
  it('two staff decide once between them', async () => {
    const { body } = await ask({ kind: 'addresses', addresses })
    const no = { decision: 'refused', reason: '不行' }
    const answers = await Promise.all([
      decide(body.requestId, { decision: 'approved' }),
      decide(body.requestId, no),
      decide(body.requestId, { decision: 'approved' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const state = answers.find(({ status }) => status === 200)?.body.state
    expect((await customerNow()).version).toBe(state === 'approved' ? 2 : 1)
    expect((await decide(body.requestId, { decision: 'approved', customerVersion: 2 })).body).toMatchObject({
      code: 'requests.already_decided',
      facts: { state },
    })
  })

  it('a customer changed meanwhile is looked at again', async () => {
    const { body } = await ask({ kind: 'addresses', addresses })
    await holdCustomer(world, tester, { customerId, reason: '欠款' })
    const stale = await decide(body.requestId, { decision: 'approved' })
    expect(stale.body).toMatchObject({
      status: 412,
      code: 'request.changed_meanwhile',
      facts: { current: 2 },
    })
    expect((await customerNow()).addresses).toMatchObject([{ text: '人民路 1 号' }])
    expect((await decide(body.requestId, { decision: 'approved', customerVersion: 2 })).body.state).toBe(
      'approved',
    )
    expect((await storedCustomer(world.table, customerId))?.account.holdReason).toBe('欠款')
  })

  it('an order in between is no conflict', async () => {
    const { body } = await ask({ kind: 'addresses', addresses })
    const deciding = decide(body.requestId, { decision: 'approved' })
    for (let at = 0; at < 5; at++)
      await world.table.commit([
        { update: accountKey(customerId), change: { add: { version: 1, reserved: 10 } } },
      ])
    expect((await deciding).body.state).toBe('approved')
    expect((await storedCustomer(world.table, customerId, { isStrong: true }))?.account.reserved).toBe(50)
  })
})

describe('renewing a licence', () => {
  const licence = { number: '530102100999', expiresOn: '2031-05-31' }

  it.each(['jpeg', 'png', 'pdf'] as const)('a %s is taken by its content', async (kind) => {
    const uploadId = await upload(pictures[kind])
    const own = { ...licence, number: `530102-${kind}` }
    const { body, status, text } = await ask({ kind: 'licence', licence: own, uploadId })
    expect(status, text).toBe(201)
    expect(body.fileUrl).toMatch(new RegExp(`^memory:requests/${customerId.slice(4)}/`))
    expect(JSON.stringify(body.wanted)).not.toContain('fileKey')
    expect((await decide(body.requestId, { decision: 'approved' })).body.state).toBe('approved')
    expect((await customerNow()).licence).toEqual(own)
  })

  it('anything else is refused whatever its name', async () => {
    for (const kind of ['script', 'svg'] as const) {
      const uploadId = await upload(pictures[kind])
      expect((await ask({ kind: 'licence', licence, uploadId })).body).toMatchObject({
        status: 422,
        code: 'requests.file_unfit',
      })
    }
    const large = await upload([...pictures.jpeg, ...new Array(10 * 1024 * 1024).fill(0)])
    expect((await ask({ kind: 'licence', licence, uploadId: large })).body.code).toBe('requests.file_unfit')
    expect((await ask({ kind: 'licence', licence, uploadId: '0123456789ABCDEF' })).body.code).toBe(
      'requests.file_missing',
    )
    expect((await ask({ kind: 'licence', licence, uploadId: '../../etc' })).body.code).toBe('request.invalid')
  })

  it('another shop’s upload is not found', async () => {
    const uploadId = await upload(pictures.png)
    const other = await aCustomer(world, `other-${shops}`)
    const theirs = await aSession(world, await aMember(world, other), other)
    const sent = { method: 'POST', cookie: theirs, body: { kind: 'licence', licence, uploadId } }
    expect((await call(`/customers/${other}/requests`, sent)).body.code).toBe('requests.file_missing')
  })
})

describe('asking for a contact', () => {
  const contact = { name: '王芳', phone: '+8613900000001', title: '收货', receivesDeliveries: true }

  it('an approval adds the contact', async () => {
    const { body } = await ask({ kind: 'contact', contact })
    expect(body.wanted).toMatchObject({ name: '王芳', title: '收货' })
    const contacts = () => call(`/customers/${customerId}/contacts`, { cookie })
    expect((await contacts()).body.items).toEqual([])
    await decide(body.requestId, { decision: 'approved' })
    expect((await contacts()).body.items).toMatchObject([contact])
  })

  it('a number says nothing of whom it belongs to', async () => {
    const { body } = await ask({ kind: 'contact', contact: { ...contact, name: '不知道' } })
    const path = `/customers/${customerId}/requests/${body.requestId}`
    expect((await call(path, { cookie })).text).not.toContain('王芳')
    expect((await call(path, { cookie: manager })).text).toContain('王芳')
    await decide(body.requestId, { decision: 'refused', reason: '不行' })
    expect((await call(path, { cookie: manager })).text).toContain('王芳')
  })

  it('a refusal forgets who came with it', async () => {
    const { body } = await ask({ kind: 'contact', contact: { ...contact, phone: '+8613900000002' } })
    await decide(body.requestId, { decision: 'refused', reason: '号码不对' })
    const { text } = await call(`/customers/${customerId}/requests/${body.requestId}`, { cookie: manager })
    expect(text).not.toContain('王芳')
    expect(text).not.toContain('13900000002')
  })
})

describe('who sees and decides', () => {
  it('staff list what their own units ask', async () => {
    const { body } = await ask({ kind: 'addresses', addresses })
    const foreign = await aSession(
      world,
      await someStaff(world, [{ role: 'account-manager', unitPath: 'hq/44' }]),
    )
    const idsFor = async (by: string, query = '') => {
      const { body: list } = await call(`/requests?limit=100${query}`, { cookie: by })
      const items: Array<{ requestId: string }> = Array.isArray(list.items) ? list.items : []
      return items.map(({ requestId }) => requestId)
    }
    expect(await idsFor(manager)).toContain(body.requestId)
    expect(await idsFor(foreign)).toEqual([])
    await decide(body.requestId, { decision: 'refused', reason: '不行' })
    expect(await idsFor(manager)).not.toContain(body.requestId)
    expect(await idsFor(manager, '&state=refused')).toContain(body.requestId)
    expect((await decide(body.requestId, { decision: 'approved' }, foreign)).status).toBe(404)
  })

  it('only the owner asks, only staff decide', async () => {
    const buyer = await aSession(world, await aMember(world, customerId, 'buyer'), customerId)
    expect((await ask({ kind: 'addresses', addresses }, buyer)).body.code).toBe('identity.not_allowed')
    const { body } = await ask({ kind: 'addresses', addresses })
    expect((await decide(body.requestId, { decision: 'approved' }, cookie)).body.code).toBe(
      'identity.not_allowed',
    )
    expect((await ask({ kind: 'name' })).body.code).toBe('request.invalid')
    expect((await decide('req_0000000000000000', { decision: 'approved' })).body.code).toBe(
      'requests.request_not_found',
    )
  })
})
