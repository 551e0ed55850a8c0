import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deliverDue } from '../../functions/entry/schedule.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
})
beforeEach(() => {
  world.sentSms.length = 0
})

let addresses = 0
const aPhone = () => `+86137${String(++addresses).padStart(8, '0')}`

async function deliverAll(): Promise<void> {
  while ((await deliverDue(world)) > 0) world.pass(1)
}

async function isOver(session: string): Promise<boolean> {
  return (await call('/session', { cookie: session })).body.code === 'identity.not_signed_in'
}

describe('managing staff', () => {
  const grants = (role: string, unitPath: string) => [{ role, unitPath }]
  const admin = async (unitPath: string) => {
    const personId = await someStaff(world, [{ role: 'administrator', unitPath }])
    return { personId, cookie: await aSession(world, personId) }
  }

  it('staff grant within their own units alone', async () => {
    const { cookie: by } = await admin('hq/53')
    const give = (unitPath: string) =>
      call('/staff', {
        method: 'POST',
        cookie: by,
        body: { name: '职', phone: aPhone(), grants: grants('analyst', unitPath) },
      })
    expect((await give('hq/53/5301')).status).toBe(201)
    for (const unitPath of ['hq', 'hq/44', 'hq/531']) {
      expect((await give(unitPath)).body).toMatchObject({ status: 404, code: 'accounts.unit_not_found' })
    }
  })

  it('staff change others, never themselves', async () => {
    const { personId, cookie: by } = await admin('hq/53')
    const asked = { grants: grants('administrator', 'hq/53'), isDisabled: false }
    const put = (who: string, body: object) =>
      call(`/staff/${who}`, { method: 'PUT', cookie: by, headers: { 'if-match': '"1"' }, body })
    expect((await put(personId, asked)).body).toMatchObject({ status: 409, code: 'identity.own_role' })
    const other = await someStaff(world, [{ role: 'analyst', unitPath: 'hq/53/5301' }])
    const session = await aSession(world, other)
    expect((await put(other, { ...asked, grants: grants('analyst', 'hq') })).body.code).toBe(
      'accounts.unit_not_found',
    )
    expect((await put(other, { ...asked, grants: grants('publisher', 'hq/53') })).body).toMatchObject({
      version: 2,
    })
    expect(await isOver(session)).toBe(true)
    const above = await someStaff(world, [{ role: 'analyst', unitPath: 'hq' }])
    expect((await put(above, asked)).body).toMatchObject({ status: 404, code: 'identity.staff_not_found' })
  })

  it('the list shows staff within my units alone', async () => {
    const { personId, cookie: by } = await admin('hq/44')
    const { body } = await call('/staff', { cookie: by })
    expect(body.items).toMatchObject([{ personId, grants: grants('administrator', 'hq/44') }])
  })

  it('invited staff are told once, even delivered twice', async () => {
    const { cookie: by } = await admin('hq')
    const phone = aPhone()
    const sent = { method: 'POST', cookie: by, body: { name: '职', phone, grants: grants('analyst', 'hq') } }
    await call('/staff', sent)
    await call('/staff', sent)
    await deliverAll()
    expect(world.sentSms.filter(({ to }) => to === phone)).toHaveLength(1)
  })
})
