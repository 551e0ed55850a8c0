import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inviteMember, membersOfCustomer } from '#identity'
import type { CustomerId } from '#shared/ids'
import { allowancesOf } from '../../functions/identity/invitation-rules.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const A_SHOP_A_DAY = 20
const A_PERSON_A_DAY = 100
const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call
let customerId: CustomerId
let owner: string
let shops = 0
let phones = 0

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
})
beforeEach(async () => {
  world.setNow('2026-11-25T04:00:00.000Z')
  customerId = await aCustomer(world, `crowd-${++shops}`)
  owner = await aSession(world, await aMember(world, customerId), customerId)
})

const nextPhone = () => `+86133${String(++phones).padStart(8, '0')}`

function invite(to = customerId, { cookie = owner, phone = nextPhone() } = {}) {
  const body = { name: '新', phone, role: 'buyer' }
  return call(`/customers/${to}/members`, { method: 'POST', cookie, body })
}

function atOnce<Answer>(count: number, send: (nth: number) => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: count }, (_, nth) => send(nth)))
}

describe('inviting into a shop', () => {
  it('of many at once a day’s number comes in', async () => {
    const answers = await atOnce(A_SHOP_A_DAY + 15, () => invite())
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused).toHaveLength(15)
    for (const { body } of refused)
      expect(body).toMatchObject({ status: 429, code: 'identity.too_many_invitations' })
    expect(refused[0]?.body.facts).toMatchObject({ most: A_SHOP_A_DAY, until: '2026-11-25T16:00:00.000Z' })
    expect(refused[0]?.body.title).toContain('2026年11月26日 00:00')
    expect(await membersOfCustomer(world.table, customerId)).toHaveLength(A_SHOP_A_DAY + 1)
  })

  it('the next day by the company’s clock goes on', async () => {
    await atOnce(A_SHOP_A_DAY, () => invite())
    world.setNow('2026-11-25T15:59:59.000Z')
    expect((await invite()).status).toBe(429)
    world.setNow('2026-11-25T16:00:00.000Z')
    expect((await invite()).status).toBe(201)
  })

  it('who is invited again is not counted again', async () => {
    const phone = nextPhone()
    for (const _ of [1, 2, 3]) expect((await invite(customerId, { phone })).status).toBe(201)
    const answers = await atOnce(A_SHOP_A_DAY, () => invite())
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(A_SHOP_A_DAY - 1)
    expect((await invite(customerId, { phone })).status).toBe(201)
  })

  it('staff share the shop’s number with its owner', async () => {
    const cookie = await aSession(
      world,
      await someStaff(world, [{ role: 'account-manager', unitPath: 'hq' }]),
    )
    await atOnce(A_SHOP_A_DAY, () => invite())
    expect((await invite(customerId, { cookie })).status).toBe(429)
    expect((await invite(await aCustomer(world, `free-${shops}`), { cookie })).status).toBe(201)
  })

  it('what the product does by itself is not counted', async () => {
    const quiet = { customerId, name: '甲', role: 'buyer', isQuiet: true } as const
    await atOnce(A_SHOP_A_DAY + 5, () => inviteMember(world, tester, { ...quiet, phone: nextPhone() }))
    expect((await invite()).status).toBe(201)
  })
})

describe('inviting as a person', () => {
  it('one person’s number holds for shops and staff together', async () => {
    const cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
    for (let nth = 0; nth < A_PERSON_A_DAY / A_SHOP_A_DAY; nth++) {
      const place = await aCustomer(world, `round-${nth}`)
      await atOnce(A_SHOP_A_DAY, () => invite(place, { cookie }))
    }
    const grants = [{ role: 'analyst', unitPath: 'hq' }]
    const body = { name: '职', phone: nextPhone(), grants }
    const refused = await call('/staff', { method: 'POST', cookie, body })
    expect(refused.body).toMatchObject({ status: 429, facts: { most: A_PERSON_A_DAY } })
    expect((await invite()).status).toBe(201)
    world.pass(24 * 3600 - 1)
    expect((await call('/staff', { method: 'POST', cookie, body })).status).toBe(201)
  })

  it('a machine is counted by the shop alone', () => {
    expect(allowancesOf({ into: customerId })).toEqual([{ whose: customerId, most: A_SHOP_A_DAY }])
    expect(allowancesOf({})).toEqual([])
  })
})
