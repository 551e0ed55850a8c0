import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CustomerId } from '#shared/ids'
import { contactStory } from '../../functions/records/contact-story-rules.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call
let cookie: string
let shops = 0
let customerId: CustomerId

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})
beforeEach(async () => {
  customerId = await aCustomer(world, `R-${++shops}`)
})

const phoneOf = (at: number) => `+86138${String(shops * 100 + at).padStart(8, '0')}`
const told = async (path: string, by = cookie) => (await call(`${path}/history`, { cookie: by })).body.items
const asOf = async (path: string, at: string, by = cookie) =>
  (await call(`${path}/history/record?at=${at}`, { cookie: by })).body.record

async function aContact(of = customerId) {
  const body = { name: '王芳', phone: phoneOf(1), title: '店长', receivesDeliveries: false }
  const added = await call(`/customers/${of}/contacts`, { method: 'POST', cookie, body })
  const personId = String(added.body.personId)
  return { personId, path: `/customers/${of}/contacts/${personId}`, body }
}

function change(path: string, body: object, version = 1) {
  world.pass(60)
  return call(path, { method: 'PUT', cookie, body, headers: { 'if-match': `"${version}"` } })
}

function remove(path: string, version: number) {
  world.pass(60)
  return call(path, { method: 'DELETE', cookie, headers: { 'if-match': `"${version}"` } })
}

describe('how a contact is called', () => {
  it('a new name is told from what to what', async () => {
    const { path, body } = await aContact()
    const then = world.clock.now()
    const name = '王芳芳'
    expect((await change(path, { ...body, name })).body.version).toBe(2)
    expect(await told(path)).toMatchObject([
      { type: 'person.changed', by: { kind: 'staff' }, change: { name: { from: '王芳', to: name } } },
      { type: 'contact.added', change: { name: { from: null, to: '王芳' }, phone: { to: phoneOf(1) } } },
    ])
    expect(await asOf(path, then)).toMatchObject({ name: '王芳', phone: phoneOf(1), title: '店长' })
    expect(await asOf(path, world.clock.now())).toMatchObject({ name })
    const events = JSON.stringify(await eventsStored())
    expect(events).not.toContain(name)
  })

  it('what stays the same is not told', async () => {
    const { path, body } = await aContact()
    expect((await change(path, body)).body.version).toBe(1)
    await change(path, { ...body, title: '店员' })
    expect(await told(path)).toMatchObject([
      { type: 'contact.changed', change: { title: { from: '店长', to: '店员' } } },
      { type: 'contact.added' },
    ])
  })

  it('a shop sees nothing of later names', async () => {
    const other = await aCustomer(world, `S-${shops}`)
    const { path, body } = await aContact()
    const { path: elsewhere } = await aContact(other)
    await remove(path, 1)
    await change(elsewhere, { ...body, name: '后来的名字' })
    expect(JSON.stringify(await told(path))).not.toContain('后来的名字')
    expect(JSON.stringify(await told(elsewhere))).toContain('后来的名字')
    const removed = await call(`/customers/${customerId}/contacts/removed`, { cookie })
    expect(removed.body.items).toMatchObject([{ removedAt: expect.any(String) }])
    await aContact()
    expect((await call(`/customers/${customerId}/contacts/removed`, { cookie })).body.items).toEqual([])
  })

  it('an erasure empties the history as well', async () => {
    const { path, body, personId } = await aContact()
    await change(path, { ...body, name: '王芳芳', phone: phoneOf(2) })
    const then = world.clock.now()
    world.pass(60)
    await call(`/people/${personId}/erasure`, { method: 'POST', cookie })
    const { items } = await world.table.scan(undefined, 5000)
    for (const trace of ['王芳', phoneOf(1), phoneOf(2)]) {
      expect(JSON.stringify(await told(path))).not.toContain(trace)
      expect(JSON.stringify(items.filter(({ pk }) => pk === `P#${personId.slice(4)}`))).not.toContain(trace)
    }
    expect(await told(path)).toMatchObject([
      { type: 'person.erased' },
      { type: 'person.changed', change: { fields: ['name', 'phone'] } },
      { type: 'contact.added' },
    ])
    expect(await asOf(path, then)).toEqual({ title: '店长', receivesDeliveries: false })
    const removed = await call(`/customers/${customerId}/contacts/removed`, { cookie })
    expect(removed.body.items).toMatchObject([{ personId, name: '' }])
  })

  it('a person reads their own name of then', async () => {
    const owner = await aMember(world, customerId)
    const mine = await aSession(world, owner, customerId)
    expect(await told('/people/me', mine)).toEqual([])
    expect(await asOf('/people/me', world.clock.now(), mine)).toMatchObject({ name: expect.any(String) })
  })
})

async function eventsStored() {
  const { items } = await world.table.scan(undefined, 5000)
  return items.filter(({ k }) => k === 'event')
}

describe('the story of a contact', () => {
  it('tells no name from outside its time', () => {
    const steps = fc.array(fc.constantFrom('added', 'removed', 'renamed'), { maxLength: 12 })
    fc.assert(
      fc.property(steps, (asked) => {
        let [isContact, version] = [false, 0]
        const seen = new Set<string>()
        const ofContact: Array<{ id: string; type: string; change: Record<string, unknown> }> = []
        const ofPerson: typeof ofContact = []
        const nameOf = (at: number) => `name ${at}.`
        for (const [at, step] of asked.entries()) {
          const id = `evt_${String(at).padStart(3, '0')}`
          if (step === 'renamed') {
            const change = { version: { from: version, to: ++version } }
            ofPerson.push({ id, type: 'person.changed', change })
          } else if ((step === 'added') !== isContact) {
            isContact = !isContact
            ofContact.push({ id, type: `contact.${step}`, change: {} })
          }
          if (isContact) seen.add(nameOf(version))
        }
        const past = Array.from({ length: version }, (_, at) => ({ version: at, name: nameOf(at) }))
        const person = { name: nameOf(version), version, past }
        const { events, reach } = contactStory(ofContact, ofPerson, person)
        const names = JSON.stringify(events).match(/name \d+\./g) ?? []
        expect(new Set(names)).toEqual(seen)
        expect(reach.name).toBe(nameOf(version))
      }),
    )
  })
})
