import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { holdCustomer } from '#accounts'
import { addContact, inviteMember, inviteStaff, membersOfCustomer, storedPeople } from '#identity'
import type { CustomerId, PersonId } from '#shared/ids'
import { saveBasket } from '../../functions/drafts/save-basket.ts'
import { sessionsOfPerson } from '../../functions/identity/session-store.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call
let customerId: CustomerId
let administrator: string
let shops = 0

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  administrator = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})
beforeEach(async () => {
  customerId = await aCustomer(world, `shop-${++shops}`)
})

function erase(personId: PersonId, by = administrator) {
  return call(`/people/${personId}/erasure`, { method: 'POST', cookie: by })
}

async function aPerson(role: 'owner' | 'buyer', mail = `li${shops}@example.com`) {
  const phone = `+86137${String(shops).padStart(8, '0')}`
  const asked = { customerId, name: '李一二三', phone, mail, role, isQuiet: true }
  return { phone, mail, personId: (await inviteMember(world, tester, asked)).personId }
}

/** Everything that is stored, as one text. */
async function allStored(): Promise<string> {
  const { items } = await world.table.scan(undefined, 5000)
  return JSON.stringify(items)
}

describe('erasing a person', () => {
  it('name and addresses are nowhere any more', async () => {
    await aMember(world, customerId)
    const { personId, phone, mail } = await aPerson('buyer')
    await addContact(world, tester, { customerId, name: '李一二三', phone, receivesDeliveries: true }, 'x')
    const staff = {
      name: '李一二三',
      phone,
      grants: [{ role: 'analyst', unitPath: 'hq' } as const],
      subtrees: [''],
      isQuiet: true,
    }
    await inviteStaff(world, tester, staff)
    const session = await aSession(world, personId, customerId)
    expect(await allStored()).toContain('李一二三')
    expect((await erase(personId)).status).toBe(204)
    const stored = await allStored()
    for (const trace of ['李一二三', phone, mail]) expect(stored).not.toContain(trace)
    expect((await call('/session', { cookie: session })).body.code).toBe('identity.not_signed_in')
    expect((await membersOfCustomer(world.table, customerId)).map((member) => member.personId)).not.toContain(
      personId,
    )
    expect((await erase(personId)).status).toBe(204)
  })

  it('their sessions are forgotten with them', async () => {
    const { personId } = await aPerson('buyer')
    for (const _ of [1, 2]) await aSession(world, personId, customerId)
    expect((await sessionsOfPerson(world.table, personId)).size).toBe(2)
    expect((await erase(personId)).status).toBe(204)
    expect((await sessionsOfPerson(world.table, personId)).size).toBe(0)
  })

  it('history stays whole under an id without a name', async () => {
    const { personId } = await aPerson('owner')
    const other = await aMember(world, customerId)
    await saveBasket(world, tester, { customerId, baseVersion: 0, lines: [] })
    const cookie = await aSession(
      world,
      await someStaff(world, [{ role: 'account-manager', unitPath: 'hq' }]),
    )
    const { etag = '' } = Object.fromEntries((await call(`/customers/${customerId}`, { cookie })).headers)
    const headers = { 'if-match': etag }
    const grade = { method: 'POST', cookie, headers, body: { grade: 9, reason: '评定' } }
    expect((await call(`/customers/${customerId}/grades`, grade)).status).toBe(200)
    const [who] = (await call(`/customers/${customerId}/grades`, { cookie })).body.items as Array<{
      by: { id: PersonId }
    }>
    if (!who) throw new Error('No entry')
    expect((await erase(who.by.id)).status).toBe(204)
    expect((await erase(personId)).status).toBe(204)
    const { body } = await call(`/customers/${customerId}/history`, { cookie: administrator })
    expect(body.items).toMatchObject([
      { type: 'customer.graded', by: { kind: 'staff', name: '' } },
      { type: 'customer.saved' },
    ])
    expect((await membersOfCustomer(world.table, customerId)).map((member) => member.personId)).toEqual([
      other,
    ])
  })

  it('the same phone invited later is a new person', async () => {
    await aMember(world, customerId)
    const { personId, phone } = await aPerson('buyer')
    await erase(personId)
    const asked = { customerId, name: '新人', phone, role: 'buyer', isQuiet: true } as const
    const again = await inviteMember(world, tester, asked)
    expect(again.personId).not.toBe(personId)
    expect(again).toMatchObject({ name: '新人', phone })
    expect((await storedPeople(world.table, [personId])).get(personId)).toMatchObject({ name: '' })
    await erase(again.personId)
    const third = await inviteMember(world, tester, asked)
    expect(new Set([personId, again.personId, third.personId]).size).toBe(3)
  })

  it('the only owner of an open account stays', async () => {
    const { personId } = await aPerson('owner')
    expect((await erase(personId)).body).toMatchObject({ status: 409, code: 'identity.last_owner' })
    await holdCustomer(world, tester, { customerId, reason: '已停业' })
    expect((await erase(personId)).status).toBe(204)
  })

  it('only an administrator at the root may', async () => {
    await aMember(world, customerId)
    const { personId } = await aPerson('buyer')
    for (const grant of [
      { role: 'administrator', unitPath: 'hq/53' },
      { role: 'account-manager', unitPath: 'hq' },
    ] as const) {
      const cookie = await aSession(world, await someStaff(world, [grant]))
      expect((await erase(personId, cookie)).body.code).toBe('identity.not_allowed')
    }
    expect((await erase('per_0000000000000000')).body.code).toBe('identity.person_not_found')
    const own = await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }])
    expect((await erase(own, await aSession(world, own))).body.code).toBe('identity.own_role')
  })
})

describe('contacts of a customer', () => {
  const contact = { name: '王芳', phone: '+8613600000001', title: '收货', receivesDeliveries: true }
  const path = () => `/customers/${customerId}/contacts`

  it('one is added, changed and taken away', async () => {
    const added = await call(path(), { method: 'POST', cookie: administrator, body: contact })
    expect(added.body).toMatchObject({ ...contact, version: 1 })
    const own = `${path()}/${added.body.personId}`
    const renamed = { ...contact, name: '王小芳', phone: '+8613600000002', receivesDeliveries: false }
    const changed = await call(own, {
      method: 'PUT',
      cookie: administrator,
      headers: { 'if-match': '"1"' },
      body: renamed,
    })
    expect(changed.body).toMatchObject({ ...renamed, version: 2 })
    const stale = await call(own, {
      method: 'PUT',
      cookie: administrator,
      headers: { 'if-match': '"1"' },
      body: renamed,
    })
    expect(stale.body.code).toBe('request.changed_meanwhile')
    expect(
      (await call(own, { method: 'DELETE', cookie: administrator, headers: { 'if-match': '"2"' } })).status,
    ).toBe(204)
    expect((await call(path(), { cookie: administrator })).body.items).toEqual([])
    expect(
      (await call(own, { method: 'DELETE', cookie: administrator, headers: { 'if-match': '"2"' } })).body
        .code,
    ).toBe('identity.contact_not_found')
  })

  it('events name no one’s name or number', async () => {
    const { body } = await call(path(), {
      method: 'POST',
      cookie: administrator,
      body: { ...contact, phone: '+8613600000003' },
    })
    const { items } = await world.table.scan(undefined, 5000)
    const events = items.filter(({ k }) => k === 'event').map((event) => JSON.stringify(event))
    const own = events.filter((event) => event.includes(String(body.personId)))
    expect(own.length).toBeGreaterThan(0)
    for (const event of own) expect(event).not.toMatch(/王芳|13600000003/)
  })

  it('who signs in keeps their own name', async () => {
    const member = await inviteMember(world, tester, {
      customerId,
      name: '店主',
      phone: '+8613600000004',
      role: 'owner',
      isQuiet: true,
    })
    const sent = { method: 'POST', cookie: administrator, body: { ...contact, phone: '+8613600000004' } }
    expect((await call(path(), sent)).body).toMatchObject({ personId: member.personId, name: '店主' })
    const own = { method: 'PUT', cookie: administrator, headers: { 'if-match': '"1"' }, body: contact }
    expect((await call(`${path()}/${member.personId}`, own)).body.code).toBe('identity.person_signs_in')
  })
})
