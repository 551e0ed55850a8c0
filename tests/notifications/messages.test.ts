import { beforeEach, describe, expect, it } from 'vitest'
import { inviteMember, storedPeople } from '#identity'
import { onMemberInvited, onOrderPlaced, onStaffInvited } from '#notifications'
import { deliverEvent, type Reaction } from '#platform/events/deliver-events'
import { dueEvents, type Event } from '#platform/events/event-store'
import type { CustomerId, PersonId } from '#shared/ids'
import { reactions } from '../../functions/entry/events.ts'
import { deliverDue } from '../../functions/entry/schedule.ts'
import { aCompany, aCustomer, aMember } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let customerId: CustomerId

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
  customerId = await aCustomer(world, '183', { name: { zh: '福来超市', en: 'Fulai Market' } })
})

async function invited(address: { phone?: string; mail?: string }): Promise<PersonId> {
  return (await inviteMember(world, tester, { customerId, name: '李强', role: 'buyer', ...address })).personId
}

const anEvent = (about: Record<string, string>, change: Record<string, unknown> = {}): Event => ({
  id: 'evt_01J',
  type: 'thing.happened',
  at: world.clock.now(),
  by: { kind: 'system', id: 'tests' },
  about,
  change,
})

describe('what people are told', () => {
  it('an invitation names shop and door', async () => {
    await invited({ phone: '+8613800000001' })
    while ((await deliverDue(world)) > 0) world.pass(1)
    expect(world.sentSms).toEqual([
      {
        id: expect.stringMatching(/^msg_\w+-\w{16}$/),
        to: '+8613800000001',
        text: '您已可以代表“福来超市”使用订货平台。用这个号码或邮箱登录：http://localhost:8080/zh/',
      },
    ])
  })

  it('by mail it has a subject', async () => {
    await invited({ mail: 'li@example.com' })
    while ((await deliverDue(world)) > 0) world.pass(1)
    expect(world.sentMail).toMatchObject([{ to: 'li@example.com', subject: '福来超市 邀请您使用订货平台' }])
    expect(world.sentSms).toEqual([])
  })

  it('an event that comes twice is told once', async () => {
    await invited({ phone: '+8613800000001' })
    const { events: due } = await dueEvents(world.table, world.clock.now(), 10)
    const events = due.filter(({ event }) => event.type === 'member.invited')
    for (const stored of [...events, ...events]) await deliverEvent(world, reactions, stored)
    expect(world.sentSms).toHaveLength(1)
  })

  it('a gateway that fails is tried again later', async () => {
    await invited({ phone: '+8613800000001' })
    const { sendSms } = world
    world.sendSms = () => Promise.reject(new Error('The SMS gateway answered 503'))
    await deliverDue(world)
    world.sendSms = sendSms
    expect(world.sentSms).toEqual([])
    world.pass(600)
    while ((await deliverDue(world)) > 0) world.pass(1)
    expect(world.sentSms).toHaveLength(1)
    expect(world.logged.filter(({ alarm }) => alarm)).toEqual([])
  })
})

describe('an order on behalf', () => {
  const aPlaced = (change: object = {}) =>
    anEvent({ customerId }, { number: '0183-27A', total: 846_000, isOnBehalf: true, ...change })

  it('every owner is told, no other member', async () => {
    const owners = [await aMember(world, customerId), await aMember(world, customerId)]
    await aMember(world, customerId, 'buyer')
    await onOrderPlaced(world, aPlaced())
    expect(world.sentSms).toHaveLength(2)
    const people = await storedPeople(world.table, owners)
    expect(world.sentSms.map(({ to }) => to).sort()).toEqual(
      [...people.values()].map(({ phone }) => phone).sort(),
    )
    expect(new Set(world.sentSms.map(({ id }) => id)).size).toBe(2)
    expect(world.sentSms[0]?.text).toContain('工作人员已代“福来超市”下单 0183-27A')
  })

  it('the shop’s own order tells nobody', async () => {
    await aMember(world, customerId)
    await onOrderPlaced(world, aPlaced({ isOnBehalf: undefined }))
    expect(world.sentSms).toEqual([])
  })
})

describe('events about nobody', () => {
  it.each<[string, Reaction]>([
    ['member', onMemberInvited],
    ['staff', onStaffInvited],
    ['order', onOrderPlaced],
  ])('a %s that is unknown or quiet tells nobody', async (_, react) => {
    const unknown = { customerId: 'cus_0000000000000000', personId: 'per_0000000000000000' }
    for (const about of [{}, unknown, { customerId: 'x', personId: 'y' }]) {
      await react(world, anEvent(about, { isOnBehalf: true, total: 1, number: 'n' }))
    }
    const personId = await aMember(world, customerId)
    await react(world, anEvent({ customerId, personId }, { isQuiet: true }))
    expect([...world.sentSms, ...world.sentMail]).toEqual([])
  })
})
