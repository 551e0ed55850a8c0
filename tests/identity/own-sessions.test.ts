import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { identifyActor, inviteStaff } from '#identity'
import type { CustomerId, PersonId } from '#shared/ids'
import { switchCustomer } from '../../functions/identity/switch-customer.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

type Shown = { id: string; isThis: boolean; seenAt?: string; customerName?: object }
const PLACES = '/people/me/sessions'
const HOUR = 3600
const DAY = 24 * HOUR
let world: FakeWorld
let call: Call
let customerId: CustomerId
let owner: PersonId
let here: string
let there: string
let shops = 0

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
})
beforeEach(async () => {
  customerId = await aCustomer(world, `place-${++shops}`)
  owner = await aMember(world, customerId)
  there = await aSession(world, owner, customerId)
  here = await aSession(world, owner, customerId)
})

async function places(cookie = here): Promise<Shown[]> {
  const { body, text } = await call(PLACES, { cookie })
  expect(Array.isArray(body.items), text).toBe(true)
  return body.items as Shown[]
}

async function isIn(cookie: string): Promise<boolean> {
  return (await call('/session', { cookie })).status === 200
}

function end(cookie: string, id = '') {
  return call(`${PLACES}${id && `/${id}`}`, { method: 'DELETE', cookie })
}

async function idOf(cookie: string): Promise<string> {
  return (await places(cookie)).find(({ isThis }) => isThis)?.id ?? ''
}

describe('where a person is signed in', () => {
  it('each place is shown with its shop and times', async () => {
    const shown = await places()
    expect(shown).toHaveLength(2)
    expect(shown.filter(({ isThis }) => isThis)).toHaveLength(1)
    const now = world.clock.now().replace(/\.\d+/, '.000')
    const name = { zh: `店place-${shops}`, en: `Shop place-${shops}` }
    for (const one of shown) expect(one).toMatchObject({ beganAt: now, seenAt: now, customerName: name })
    expect(JSON.stringify(shown)).not.toContain(here.split('=')[1]?.split('.')[0])
  })

  it('use is noted once an hour, the last one first', async () => {
    world.pass(HOUR - 1)
    const before = await places()
    await isIn(there)
    expect(await places()).toEqual(before)
    world.pass(1)
    await isIn(there)
    const [first, second] = await places()
    expect([first?.isThis, second?.isThis]).toEqual([false, true])
    expect(Date.parse(first?.seenAt ?? '') - Date.parse(second?.seenAt ?? '')).toBe(HOUR * 1000)
  })

  it('what is over already is not shown', async () => {
    const manager = await aSession(
      world,
      await someStaff(world, [{ role: 'account-manager', unitPath: 'hq' }]),
    )
    const second = await aCustomer(world, `left-${shops}`)
    const phone = `+86135${String(shops).padStart(8, '0')}`
    const invite = (to: CustomerId) =>
      call(`/customers/${to}/members`, {
        method: 'POST',
        cookie: manager,
        body: { name: '甲', phone, role: 'buyer' },
      })
    const { personId } = (await invite(customerId)).body as { personId: PersonId }
    await invite(second)
    const left = await aSession(world, personId, second)
    const kept = await aSession(world, personId, customerId)
    expect(await places(kept)).toHaveLength(2)
    const body = { role: 'buyer', isDisabled: true }
    const headers = { 'if-match': '"1"' }
    const path = `/customers/${second}/members/${personId}`
    expect((await call(path, { method: 'PUT', cookie: manager, headers, body })).status).toBe(200)
    expect(await isIn(left)).toBe(false)
    expect(await places(kept)).toMatchObject([{ isThis: true }])
  })

  it('nobody else sees or ends them', async () => {
    const other = await aSession(world, await aMember(world, customerId, 'buyer'), customerId)
    expect(await places(other)).toHaveLength(1)
    expect((await end(other, await idOf(there))).body).toEqual({ ended: 0 })
    expect((await end(other)).body).toEqual({ ended: 0 })
    expect(await isIn(there)).toBe(true)
  })
})

describe('ending sessions elsewhere', () => {
  it('ending the others leaves this one alone', async () => {
    const third = await aSession(world, owner, customerId)
    expect((await end(here)).body).toEqual({ ended: 2 })
    expect([await isIn(there), await isIn(third), await isIn(here)]).toEqual([false, false, true])
    expect(await places()).toMatchObject([{ isThis: true }])
  })

  it('ending one leaves the others, twice is once', async () => {
    const third = await aSession(world, owner, customerId)
    const id = await idOf(there)
    expect((await end(here, id)).body).toEqual({ ended: 1 })
    expect((await end(here, id)).body).toEqual({ ended: 0 })
    expect([await isIn(there), await isIn(third), await isIn(here)]).toEqual([false, true, true])
  })

  it('a hundred and more are ended at once', async () => {
    await Promise.all(Array.from({ length: 100 }, () => aSession(world, owner, customerId)))
    expect((await end(here)).body).toEqual({ ended: 101 })
    expect(await places()).toHaveLength(1)
  })

  it('ten minutes after signing in one proves it again', async () => {
    world.pass(599)
    expect((await call(PLACES, { cookie: here })).body.isProven).toBe(true)
    world.pass(1)
    expect((await call(PLACES, { cookie: here })).body.isProven).toBe(false)
    for (const id of ['', await idOf(there)])
      expect((await end(here, id)).body).toMatchObject({ status: 403, code: 'identity.prove_again' })
    expect(await isIn(there)).toBe(true)
  })

  it('what was ended elsewhere takes no other shop', async () => {
    const value = there.split('=')[1] ?? ''
    const actor = await identifyActor(world, { cookie: value })
    await end(here)
    await expect(switchCustomer(world, actor, value, { customerId })).rejects.toMatchObject({
      code: 'identity.not_signed_in',
    })
    expect(await places()).toHaveLength(1)
  })

  it('another shop is the same place', async () => {
    const before = await places()
    const { headers } = await call('/session/acting-for', {
      method: 'PUT',
      cookie: here,
      body: { customerId },
    })
    const next = headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await places(next)).toHaveLength(before.length)
    expect((await end(next)).body).toEqual({ ended: 1 })
  })
})

describe('a session that nobody uses', () => {
  async function aWorker(): Promise<string> {
    const asked = {
      name: '职',
      phone: `+86134${String(shops).padStart(8, '0')}`,
      grants: [{ role: 'analyst' as const, unitPath: 'hq' }],
    }
    const tester = { kind: 'system', name: 'tests' } as const
    const { personId } = await inviteStaff(world, tester, { ...asked, subtrees: [''], isQuiet: true })
    return aSession(world, personId, undefined, 14 * DAY)
  }

  it('staff are out after three days unused', async () => {
    const cookie = await aWorker()
    world.pass(3 * DAY - 1)
    expect(await isIn(cookie)).toBe(true)
    world.pass(3 * DAY - 1)
    expect(await isIn(cookie)).toBe(true)
    world.pass(3 * DAY)
    expect(await isIn(cookie)).toBe(false)
  })

  it('a shop stays signed in from week to week', async () => {
    const cookie = await aSession(world, owner, customerId, 14 * DAY)
    world.pass(13 * DAY)
    expect(await isIn(cookie)).toBe(true)
  })
})
