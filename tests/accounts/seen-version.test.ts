import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { storedCustomer } from '#accounts'
import type { CustomerId } from '#shared/ids'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call
let manager: string
let customerId: CustomerId
let shops = 0

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  manager = await aSession(world, await someStaff(world, [{ role: 'account-manager', unitPath: 'hq/53' }]))
})
beforeEach(async () => {
  customerId = await aCustomer(world, `seen-${++shops}`)
})

/** From version 1, unless told which one was seen. */
function act(path: string, method: string, sent?: object, cookie = manager, seen = 1) {
  const headers = { 'if-match': `"${seen}"` }
  return call(`/customers/${customerId}${path}`, { method, cookie, headers, body: sent })
}

async function seenNow(...ids: CustomerId[]) {
  const states = await Promise.all(ids.map((each) => storedCustomer(world.table, each)))
  return ids.map((each, at) => ({ customerId: each, version: states[at]?.customer.version }))
}

describe('what a colleague has done meanwhile', () => {
  it('hold and grade from an older version are refused', async () => {
    expect((await act('/hold', 'POST', { reason: '证件过期，勿解除' }, manager, 1)).status).toBe(200)
    const stale = { status: 412, body: { code: 'request.changed_meanwhile', facts: { current: 2 } } }
    expect(await act('/hold', 'POST', { reason: '欠款' }, manager, 1)).toMatchObject(stale)
    expect(await act('/hold', 'DELETE', undefined, manager, 1)).toMatchObject(stale)
    expect(await act('/grades', 'POST', { grade: 3, reason: '评定' }, manager, 1)).toMatchObject(stale)
    const path = `/customers/${customerId}/hold`
    const blind = await call(path, { method: 'DELETE', cookie: manager })
    expect(blind.body.code).toBe('request.version_missing')
    expect((await act('', 'GET')).body).toMatchObject({
      holdReason: '证件过期，勿解除',
      grade: 18,
      version: 2,
    })
  })

  it('of many, one that has changed is refused alone', async () => {
    const other = await aCustomer(world, `other-${shops}`)
    const customers = await seenNow(customerId, other)
    await act('/hold', 'POST', { reason: '证件过期' })
    const send = (asked: object) =>
      call('/customers/actions', { method: 'POST', cookie: manager, body: asked })
    const { body: said } = await send({ customers, action: { do: 'hold', reason: '欠款' } })
    expect(said.items).toMatchObject([
      {
        key: customerId,
        verdict: 'refused',
        code: 'request.changed_meanwhile',
        message: expect.stringContaining('第 2 版'),
      },
      { key: other, verdict: 'changed' },
    ])
    const unseen = await send({ customers: [{ customerId }], action: { do: 'release' } })
    expect(unseen.body.items).toMatchObject([{ verdict: 'refused', code: 'request.version_missing' }])
  })

  it('a list says which version it shows', async () => {
    await act('/hold', 'POST', { reason: '证件过期' })
    const { body: page } = await call('/customers?limit=100', { cookie: manager })
    expect(page.items).toContainEqual(expect.objectContaining({ customerId, version: 2 }))
  })
})
