import { beforeEach, describe, expect, it } from 'vitest'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aCycle, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call
let cookie: string

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})

async function save(body: object, version?: number) {
  const now = version ?? (await call('/company')).body.version
  return call('/company', { method: 'PUT', cookie, headers: { 'if-match': `"${now}"` }, body })
}

describe('the settings of the company', () => {
  it('an administrator changes them and all see it', async () => {
    const saved = await save({ name: { zh: '新名字', en: 'New name' }, brandColour: '#1F4F7A' })
    expect(saved).toMatchObject({ status: 200, body: { brandColour: '#1f4f7a', version: 2 } })
    expect(saved.headers.get('etag')).toBe('"2"')
    expect((await call('/company')).body).toEqual(saved.body)
    expect(saved.body.servicePhone).toBe('400-990-0000')
  })

  it('the second of two changes is refused with 412', async () => {
    await save({ servicePhone: '1' }, 1)
    const second = await save({ servicePhone: '2' }, 1)
    expect(second).toMatchObject({ status: 412, body: { facts: { current: 2 } } })
    expect((await call('/company')).body.servicePhone).toBe('1')
  })

  it('two changes at once leave the first alone', async () => {
    const answers = await Promise.all(['1', '2', '3'].map((servicePhone) => save({ servicePhone }, 1)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412])
  })

  it('who administers a part changes no setting', async () => {
    const person = await someStaff(world, [{ role: 'administrator', unitPath: 'hq/53' }])
    const answer = await call('/company', {
      method: 'PUT',
      cookie: await aSession(world, person),
      headers: { 'if-match': '"1"' },
      body: { servicePhone: '1' },
    })
    expect(answer.status).toBe(403)
  })

  it('a currency with customers is refused in words', async () => {
    await aCustomer(world, '1')
    await aCycle(world)
    expect(await save({ currency: 'GBP' })).toMatchObject({
      status: 409,
      body: {
        code: 'company.customers_stand',
        title: '已经有客户，价格和余额都按现在的币种记账，所以不能改币种。',
      },
    })
  })

  it.each([
    ['a colour', { brandColour: 'green' }],
    ['a zone', { timeZone: 'Asia/Nowhere' }],
    ['an empty name', { name: { zh: '', en: 'x' } }],
  ])('%s that is none is refused', async (_, body) => {
    expect((await save(body)).status).toBe(400)
  })

  it('history tells each setting from what to what', async () => {
    await save({ servicePhone: '95', oneOrderACycle: false })
    const { body } = await call('/company/history', { cookie })
    expect(body.items).toMatchObject([
      {
        type: 'company.changed',
        change: {
          servicePhone: { from: '400-990-0000', to: '95' },
          oneOrderACycle: { from: true, to: false },
          version: { from: 1, to: 2 },
        },
      },
      { type: 'company.saved' },
    ])
  })
})
