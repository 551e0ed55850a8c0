import { beforeAll, describe, expect, it } from 'vitest'
import { inviteMember } from '#identity'
import type { CustomerId } from '#shared/ids'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call
let customerId: CustomerId
let cookie: string

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  customerId = await aCustomer(world, 'ours')
  cookie = await aSession(world, await aMember(world, customerId), customerId)
})

function invite(asked: object) {
  return call(`/customers/${customerId}/members`, { method: 'POST', cookie, body: asked })
}

function change(personId: unknown, asked: object) {
  const path = `/customers/${customerId}/members/${personId}`
  return call(path, { method: 'PUT', cookie, headers: { 'if-match': '"1"' }, body: asked })
}

describe('an invitation', () => {
  it('of someone others know it tells what was typed', async () => {
    const phone = '+8613800138000'
    const theirs = await aCustomer(world, 'theirs', { unitPath: 'hq/44' })
    const known = { name: '王秘密', phone, mail: `secret-${phone}@example.com`, role: 'owner' } as const
    const { personId } = await inviteMember(world, tester, { ...known, customerId: theirs, isQuiet: true })
    const typed = { name: '小王', phone, role: 'buyer' }
    const invited = await invite(typed)
    expect(invited.body).toMatchObject({ ...typed, personId })
    const listed = () => call(`/customers/${customerId}/members`, { cookie })
    expect((await listed()).body.items).toContainEqual(invited.body)
    const changed = await change(personId, { role: 'read-only', isDisabled: false })
    for (const { text } of [invited, await listed(), changed]) {
      expect(text).not.toContain('王秘密')
      expect(text).not.toContain(known.mail)
    }
    const session = await aSession(world, personId, theirs)
    const acting = { method: 'PUT', cookie: session, body: { customerId } }
    expect((await call('/session/acting-for', acting)).status).toBe(200)
    expect((await listed()).body.items).toContainEqual(
      expect.objectContaining({ ...known, role: 'read-only' }),
    )
  })
})
