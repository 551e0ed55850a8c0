import { beforeEach, describe, expect, it } from 'vitest'
import { inviteMember } from '#identity'
import { deliverDueMessages } from '#notifications'
import type { FailedMessages, SettleFailed } from '#shared/notifications'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { aRefusal, type Reached, tell } from './told-events.ts'

const tester = { kind: 'system', name: 'tests' } as const
const THREE_DAYS = 3 * 24 * 3600
let world: FakeWorld
let call: Call
let reached: Reached
let cookie: string

beforeEach(async () => {
  world = await aWorld()
  call = apiOf(world)
  await aCompany(world)
  const customerId = await aCustomer(world, '183')
  const person = { name: '李强', phone: '+8613800000001', role: 'owner' } as const
  const { personId } = await inviteMember(world, tester, { customerId, ...person, isQuiet: true })
  reached = { customerId, personId }
  cookie = await deskAt('hq/53')
  const { sendSms } = world
  world.sendSms = () => Promise.reject(new Error('No such number'))
  await tell(world, aRefusal(world, reached))
  for (let hour = 0; hour < 12; hour++) await hourPasses()
  world.sendSms = sendSms
})

const deskAt = async (unitPath: string) =>
  aSession(world, await someStaff(world, [{ role: 'order-desk', unitPath }]), undefined, THREE_DAYS)

async function hourPasses() {
  world.pass(3600)
  await deliverDueMessages(world)
}

async function failed() {
  const { items }: FailedMessages = JSON.parse((await call('/messages/failed', { cookie })).text)
  return items.map(({ messageId, personId, customerId }) => ({ messageId, personId, customerId }))
}

async function settle(action: SettleFailed['action'], as = cookie, messages?: object[]) {
  const body = { action, messages: messages ?? (await failed()) }
  return call('/messages/failed/actions', { method: 'POST', cookie: as, body })
}

describe('a message that could not be sent', () => {
  it('sent again it goes out and waits for nobody', async () => {
    expect((await settle('send-again')).body).toEqual({ settled: 1 })
    expect(await failed()).toEqual([])
    await deliverDueMessages(world)
    expect(world.sentSms).toMatchObject([{ to: '+8613800000001' }])
    expect(await failed()).toEqual([])
  })

  it('that fails again comes back after six tries', async () => {
    world.sendSms = () => Promise.reject(new Error('No such number'))
    await settle('send-again')
    for (let hour = 0; hour < 12; hour++) await hourPasses()
    expect(await failed()).toHaveLength(1)
  })

  it('left be it is listed and sent no more', async () => {
    expect((await settle('leave')).body).toEqual({ settled: 1 })
    expect(await failed()).toEqual([])
    await hourPasses()
    expect(world.sentSms).toEqual([])
    const { body } = await call(`/customers/${reached.customerId}/messages?state=given-up`, { cookie })
    expect(body.items).toHaveLength(1)
  })

  it('settled by two at once is settled once', async () => {
    const messages = await failed()
    const both = await Promise.all([
      settle('send-again', cookie, messages),
      settle('leave', cookie, messages),
    ])
    expect(both.map(({ body }) => Number(body.settled)).sort()).toEqual([0, 1])
  })

  it('of another unit stays as it is', async () => {
    const messages = await failed()
    expect((await settle('leave', await deskAt('hq/44'), messages)).body).toEqual({ settled: 0 })
    expect(await failed()).toEqual(messages)
  })

  it('is settled by its own keepers alone', async () => {
    const planner = await aSession(
      world,
      await someStaff(world, [{ role: 'supply-planner', unitPath: 'hq' }]),
    )
    expect((await settle('leave', planner)).status).toBe(403)
    expect((await settle('leave', cookie, [])).status).toBe(400)
  })
})
