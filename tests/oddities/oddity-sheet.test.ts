import { beforeAll, describe, expect, it } from 'vitest'
import type { CycleId } from '#shared/ids'
import { runDue } from '../../functions/entry/schedule.ts'
import { putOddityOnce } from '../../functions/oddities/oddity-store.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aCycle, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call
let cycleId: CycleId

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  cycleId = await aCycle(world)
  const swing = { quantity: 90, mean: 20, cycles: 4 }
  const device = { shops: 2, peers: [] }
  for (const unitPath of ['hq/53/5301', 'hq/53/5302']) {
    const customerId = await aCustomer(world, `=${unitPath.at(-1)}`, { unitPath })
    const odd = { customerId, cycleId, unitPath, orders: [], version: 0 }
    await putOddityOnce(world.table, { ...odd, kinds: ['swing'], swing })
  }
  const customerId = await aCustomer(world, 'third', { unitPath: 'hq/44' })
  const odd = { customerId, cycleId, unitPath: 'hq/44', orders: [], version: 0 }
  await putOddityOnce(world.table, { ...odd, kinds: ['device'], device })
})

const cookieOf = async (role: 'analyst' | 'order-desk', unitPath: string) =>
  aSession(world, await someStaff(world, [{ role, unitPath }]))
const begin = (cookie: string, filter = {}) =>
  call('/exports', {
    ...{ method: 'POST', cookie, headers: { 'accept-language': 'en' } },
    body: { kind: 'oddities', cycleId, filter },
  })

describe('what is worth a look, as a file', () => {
  it('it holds what the list shows within one’s units', async () => {
    const cookie = await cookieOf('analyst', 'hq/53')
    const begun = await begin(cookie, { kind: 'swing' })
    expect(begun.status, begun.text).toBe(201)
    await runDue(world)
    const { downloadUrl } = (await call(`/exports/${begun.body.jobId}`, { cookie })).body
    const bytes = world.stored.get(String(downloadUrl).slice('memory:'.length)) ?? new Uint8Array()
    const text = new TextDecoder().decode(bytes)
    expect(text.trim().split('\n')).toHaveLength(3)
    expect(text).toContain('Unit,Unit code,')
    expect(text).toContain('90 in all, against a mean of 20 over the last 4 cycles: 450% of it.')
    expect(text).not.toContain('hq/44')
  })

  it('who does not see the list gets no file', async () => {
    expect((await begin(await cookieOf('order-desk', 'hq'))).status).toBe(403)
  })
})
