import { beforeAll, expect, it } from 'vitest'
import { UnitRequestPage } from '#shared/requests'
import { exported } from '../exports/exported.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call
let manager: string

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  manager = await aSession(world, await someStaff(world, [{ role: 'account-manager', unitPath: 'hq/53' }]))
  const changes = [
    { kind: 'addresses', addresses: [{ text: '北京路 2 号', isMain: true }] },
    { kind: 'contact', contact: { name: '李强', phone: '+8613900000001', receivesDeliveries: true } },
  ]
  for (let at = 0; at < 6; at++) {
    const customerId = await aCustomer(world, `shop-${at}`)
    const cookie = await aSession(world, await aMember(world, customerId), customerId)
    const body = changes[at === 5 ? 1 : 0]
    const asked = await call(`/customers/${customerId}/requests`, { method: 'POST', cookie, body })
    if (asked.status !== 201) throw new Error(asked.text)
  }
})

it('requests of one kind are found behind the others', async () => {
  const { body } = await call('/requests?kind=contact&limit=1', { cookie: manager })
  expect(UnitRequestPage.parse(body).items).toMatchObject([
    { kind: 'contact', customerName: { zh: '店shop-5' } },
  ])
  const addresses = await call('/requests?kind=addresses', { cookie: manager })
  expect(UnitRequestPage.parse(addresses.body).items).toHaveLength(5)
  const none = await call('/requests?kind=licence', { cookie: manager })
  expect(none.body).toEqual({ items: [] })
  expect((await call('/requests?kind=holiday', { cookie: manager })).status).toBe(400)
})

it('requests of one kind leave as a file', async () => {
  const body = { kind: 'requests', filter: { state: 'asked', kind: 'contact' } }
  const { rows } = await exported(world, call, { path: '/exports', body, cookie: manager })
  expect(rows.slice(1).map(([name]) => name)).toEqual(['店shop-5'])
})
