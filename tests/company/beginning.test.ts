import { beforeEach, describe, expect, it } from 'vitest'
import { listUnits } from '#accounts'
import { listStaff } from '#identity'
import { deliverDueEvents } from '#platform/events/deliver-events'
import { begin } from '../../functions/entry/beginning.ts'
import { reactions } from '../../functions/entry/events.ts'
import { apiOf } from '../support/api-client.ts'
import { aSession } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const phone = '+8613800000001'
const typed = {
  preset: 'traded',
  name: { zh: '新公司', en: 'New company' },
  administrator: { name: '管理员', phone },
}
let world: FakeWorld

beforeEach(async () => {
  world = await aWorld()
})

const staffOf = async () => (await listStaff(world, 'tests', { limit: 9, subtrees: [''] })).items

describe('the beginning of a stage', () => {
  it('makes a company whose administrator can work', async () => {
    await begin(world, typed)
    const [administrator] = await staffOf()
    if (!administrator) throw new Error('No administrator')
    const cookie = await aSession(world, administrator.personId)
    const call = apiOf(world)
    expect((await call('/company')).body).toMatchObject({ name: typed.name, preset: 'traded', version: 1 })
    expect(await listUnits(world)).toMatchObject([{ path: 'hq', name: typed.name }])
    const invited = await call('/staff', {
      method: 'POST',
      cookie,
      body: {
        name: '客户经理',
        phone: '+8613800000002',
        grants: [{ role: 'account-manager', unitPath: 'hq' }],
      },
    })
    expect(invited.status).toBe(201)
  })

  it('the first administrator is told by SMS', async () => {
    await begin(world, typed)
    await deliverDueEvents(world, reactions)
    expect(world.sentSms.map(({ to }) => to)).toEqual([phone])
  })

  it('happens once, and later tries change nothing', async () => {
    await begin(world, typed)
    const other = {
      ...typed,
      name: { zh: '另一家', en: 'Another' },
      administrator: { name: '乙', phone: '+8613800000009' },
    }
    await expect(begin(world, other)).rejects.toMatchObject({ code: 'company.has_begun' })
    expect(await staffOf()).toHaveLength(1)
  })

  it('of several at once exactly one happens', async () => {
    const tries = Array.from({ length: 5 }, (_, at) =>
      begin(world, { ...typed, administrator: { name: `${at}`, phone: `+861380000001${at}` } }),
    )
    const outcomes = await Promise.allSettled(tries)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'company.has_begun' })
    expect(await staffOf()).toHaveLength(1)
  })

  it('without a way to reach the administrator nothing begins', async () => {
    await expect(begin(world, { ...typed, administrator: { name: '甲' } })).rejects.toMatchObject({
      code: 'identity.address_missing',
    })
    expect(await listUnits(world)).toEqual([])
  })
})
