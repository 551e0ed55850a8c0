import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inviteMember, inviteStaff } from '#identity'
import type { CustomerId, PersonId } from '#shared/ids'
import { deliverDue } from '../../functions/entry/schedule.ts'
import { nastyTexts } from '../shared/nasty-texts.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call
let customerId: CustomerId
let owner: PersonId
let cookie: string
let shops = 0

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
})
beforeEach(async () => {
  customerId = await aCustomer(world, `shop-${++shops}`)
  owner = await aMember(world, customerId)
  cookie = await aSession(world, owner, customerId)
  world.sentSms.length = 0
  world.sentMail.length = 0
})

const tester = { kind: 'system', name: 'tests' } as const
let addresses = 0
const aPhone = () => `+86138${String(++addresses).padStart(8, '0')}`

function invite(asked: object, by = cookie) {
  return call(`/customers/${customerId}/members`, { method: 'POST', cookie: by, body: asked })
}

function change(personId: unknown, asked: object, version = 1, by = cookie) {
  const path = `/customers/${customerId}/members/${personId}`
  return call(path, { method: 'PUT', cookie: by, headers: { 'if-match': `"${version}"` }, body: asked })
}

async function deliverAll(): Promise<void> {
  while ((await deliverDue(world)) > 0) world.pass(1)
}

async function isOver(session: string): Promise<boolean> {
  return (await call('/session', { cookie: session })).body.code === 'identity.not_signed_in'
}

describe('inviting a member', () => {
  it('a phone number is enough, told by SMS', async () => {
    const phone = aPhone()
    const { status, body, headers } = await invite({ name: '李强', phone, role: 'buyer' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      customerId,
      name: '李强',
      phone,
      role: 'buyer',
      isDisabled: false,
      version: 1,
    })
    expect(headers.get('location')).toBe(`/api/customers/${customerId}/members/${body.personId}`)
    await deliverAll()
    expect(world.sentSms).toMatchObject([
      { to: phone, text: expect.stringContaining(world.config.publicOrigin) },
    ])
    expect(world.sentMail).toEqual([])
  })

  it('a mail address is enough, told by mail', async () => {
    const mail = `Buyer${++addresses}@example.com`
    const { body } = await invite({ name: 'Lee', mail, role: 'buyer' })
    expect(body).toMatchObject({ mail, role: 'buyer' })
    await deliverAll()
    expect(world.sentMail).toMatchObject([{ to: mail }])
    expect(world.sentSms).toEqual([])
  })

  it('without any address nobody is invited', async () => {
    expect((await invite({ name: '李强', role: 'buyer' })).body).toMatchObject({
      status: 400,
      code: 'identity.address_missing',
    })
    for (const phone of ['13800000000', '+0123456789', '+86 138', '+1234567890123456']) {
      expect((await invite({ name: '李强', phone, role: 'buyer' })).body.code).toBe('request.invalid')
    }
    expect((await invite({ name: ' ', phone: aPhone(), role: 'buyer' })).body.code).toBe('request.invalid')
    expect((await invite({ name: '李强', phone: aPhone(), role: 'administrator' })).body.code).toBe(
      'request.invalid',
    )
  })

  it('invited twice is one member, told once', async () => {
    const asked = { name: '李强', phone: aPhone(), role: 'buyer' }
    const [first, again] = [await invite(asked), await invite(asked)]
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    const raised = await invite({ ...asked, role: 'owner' })
    expect(raised.body).toMatchObject({ status: 409, code: 'identity.already_member' })
    await deliverAll()
    expect(world.sentSms).toHaveLength(1)
    const { body } = await call(`/customers/${customerId}/members`, { cookie })
    expect(body.items).toHaveLength(2)
  })

  it('one person is invited to two shops', async () => {
    const phone = aPhone()
    const { body: here } = await invite({ name: '李强', phone, role: 'buyer' })
    const other = await aCustomer(world, `other-${shops}`)
    const theirOwner = await aSession(world, await aMember(world, other), other)
    const sent = { method: 'POST', cookie: theirOwner, body: { name: '别名', phone, role: 'read-only' } }
    const { body: there } = await call(`/customers/${other}/members`, sent)
    expect(there).toMatchObject({ personId: here.personId, name: '别名', role: 'read-only' })
  })

  it('names of every kind come back as given', async () => {
    for (const name of nastyTexts) {
      const { status, body, text } = await invite({ name, phone: aPhone(), role: 'read-only' })
      if ([...name].length > 60 || name.length > 60) continue
      expect(status, text).toBe(201)
      expect(body.name).toBe(name.trim())
    }
  })

  it('a buyer invites nobody', async () => {
    const buyer = await aSession(world, await aMember(world, customerId, 'buyer'), customerId)
    const { body } = await invite({ name: '李强', phone: aPhone(), role: 'owner' }, buyer)
    expect(body).toMatchObject({ status: 403, code: 'identity.not_allowed' })
  })
})

describe('changing a member', () => {
  it('a changed role ends the session at once', async () => {
    const buyer = await aMember(world, customerId, 'buyer')
    const session = await aSession(world, buyer, customerId)
    expect(await isOver(session)).toBe(false)
    const { body } = await change(buyer, { role: 'read-only', isDisabled: false })
    expect(body).toMatchObject({ role: 'read-only', version: 2 })
    expect(await isOver(session)).toBe(true)
    expect(await isOver(await aSession(world, buyer, customerId))).toBe(false)
  })

  it('a disabled member is out at the next request', async () => {
    const buyer = await aMember(world, customerId, 'buyer')
    const session = await aSession(world, buyer, customerId)
    await change(buyer, { role: 'buyer', isDisabled: true })
    expect(await isOver(session)).toBe(true)
    expect(await isOver(await aSession(world, buyer, customerId))).toBe(true)
    await change(buyer, { role: 'buyer', isDisabled: false }, 2)
    expect(await isOver(session)).toBe(true)
    expect(await isOver(await aSession(world, buyer, customerId))).toBe(false)
  })

  it('the last owner stays owner', async () => {
    for (const asked of [
      { role: 'buyer', isDisabled: false },
      { role: 'owner', isDisabled: true },
    ]) {
      expect((await change(owner, asked)).body).toMatchObject({ status: 409, code: 'identity.last_owner' })
    }
    await aMember(world, customerId)
    expect((await change(owner, { role: 'buyer', isDisabled: false })).status).toBe(200)
  })

  it('a disabled owner does not count as one', async () => {
    const second = await aMember(world, customerId)
    await change(second, { role: 'owner', isDisabled: true })
    expect((await change(owner, { role: 'buyer', isDisabled: false })).body.code).toBe('identity.last_owner')
  })

  it('two owners who leave at once leave one', async () => {
    const second = await aMember(world, customerId)
    const session = await aSession(world, second, customerId)
    const leave = { role: 'buyer', isDisabled: false }
    const answers = await Promise.all([change(owner, leave), change(second, leave, 1, session)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('a stale version changes nothing', async () => {
    const buyer = await aMember(world, customerId, 'buyer')
    await change(buyer, { role: 'read-only', isDisabled: false })
    const stale = await change(buyer, { role: 'owner', isDisabled: false })
    expect(stale.body).toMatchObject({
      status: 412,
      code: 'request.changed_meanwhile',
      facts: { current: 2 },
    })
  })

  it('a member of another shop is not found', async () => {
    const other = await aCustomer(world, `foreign-${shops}`)
    const theirs = await aMember(world, other)
    expect((await change(theirs, { role: 'buyer', isDisabled: false })).body).toMatchObject({
      status: 404,
      code: 'identity.membership_not_found',
    })
    expect((await change('per_0123456789ABCDEF', { role: 'buyer', isDisabled: false })).status).toBe(404)
  })
})

describe('a session', () => {
  it('it is over at sign-out, not before', async () => {
    const second = await aSession(world, owner, customerId)
    const { status } = await call('/session', { method: 'DELETE', cookie })
    expect(status).toBe(200)
    expect(await isOver(cookie)).toBe(true)
    expect(await isOver(second)).toBe(false)
  })

  it('it is over when its time is', async () => {
    world.pass(24 * 3600 - 1)
    expect(await isOver(cookie)).toBe(false)
    world.pass(1)
    expect(await isOver(cookie)).toBe(true)
  })

  it('switching ends the old session, keeps the person', async () => {
    const other = await aCustomer(world, `second-${shops}`)
    const person = owner
    const phone = `${(await call(`/customers/${customerId}/members`, { cookie })).text.match(/\+\d+/)?.[0]}`
    const theirOwner = await aSession(world, await aMember(world, other), other)
    await call(`/customers/${other}/members`, {
      method: 'POST',
      cookie: theirOwner,
      body: { name: '同', phone, role: 'buyer' },
    })
    const switched = await call('/session/acting-for', { method: 'PUT', cookie, body: { customerId: other } })
    expect(switched.status, switched.text).toBe(200)
    const next = switched.headers.get('set-cookie')?.split(';')[0]
    expect((await call('/session', { cookie: next })).body).toMatchObject({
      personId: person,
      actingFor: other,
      role: 'buyer',
    })
    expect(await isOver(cookie)).toBe(true)
    expect((await call(`/customers/${customerId}/orders`, { cookie: next })).status).toBe(404)
    expect((await call(`/customers/${other}/orders`, { cookie: next })).status).toBe(200)
  })

  it('staff who own a shop go between both', async () => {
    const phone = aPhone()
    const grants = [{ role: 'account-manager', unitPath: 'hq/53' }] as const
    const works = { name: '双', phone, grants: [...grants], isQuiet: true }
    const { personId } = await inviteStaff(world, tester, { ...works, subtrees: [''] })
    await inviteMember(world, tester, { customerId, name: '双', phone, role: 'buyer', isQuiet: true })
    const goTo = async (from: string, body: object) => {
      const { headers } = await call('/session/acting-for', { method: 'PUT', cookie: from, body })
      return headers.get('set-cookie')?.split(';')[0] ?? ''
    }
    const atShop = await goTo(await aSession(world, personId), { customerId })
    expect((await call('/session', { cookie: atShop })).body).toMatchObject({ kind: 'member', isStaff: true })
    const atWork = await goTo(atShop, {})
    expect((await call('/session', { cookie: atWork })).body).toMatchObject({
      kind: 'staff',
      isStaff: true,
      grants,
    })
    expect((await call('/session', { cookie })).body).toMatchObject({ kind: 'member', isStaff: false })
  })

  it('nobody switches to a shop of others', async () => {
    const other = await aCustomer(world, `closed-${shops}`)
    const answer = await call('/session/acting-for', { method: 'PUT', cookie, body: { customerId: other } })
    expect(answer.body).toMatchObject({ status: 404, code: 'identity.membership_not_found' })
    const staff = await call('/session/acting-for', { method: 'PUT', cookie, body: {} })
    expect(staff.body).toMatchObject({ status: 404, code: 'identity.membership_not_found' })
    expect(await isOver(cookie)).toBe(false)
  })

  it('a cookie that names someone else opens nothing', async () => {
    const other = await aMember(world, customerId)
    const foreign = await aCustomer(world, `named-${shops}`)
    const [secret = '', person = '', customer = ''] = cookie.replace('session=', '').split('.')
    const forged = [
      [secret, other.slice(4), customer],
      [secret, person, foreign.slice(4)],
      [secret, person, 'staff'],
      ['A'.repeat(43), person, customer],
      [secret.toLowerCase(), person, customer],
      [secret, person],
      ['', '', ''],
      [secret, `${person}#`, customer],
    ]
    for (const parts of forged) expect(await isOver(`session=${parts.join('.')}`), parts.join('.')).toBe(true)
  })
})
