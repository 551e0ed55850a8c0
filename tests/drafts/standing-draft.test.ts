import { beforeAll, describe, expect, it } from 'vitest'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aMember, aSession, aShop } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let shop: AShop
let call: Call
let path: string

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world)
  call = apiOf(world)
  path = `/customers/${shop.customerId}/standing-draft`
})

function choose(version: number, body: unknown, cookie = shop.cookie) {
  return call(path, { method: 'PUT', cookie, headers: { 'if-match': `"${version}"` }, body })
}

describe('the choice about the draft', () => {
  it('nobody who never chose has a standing draft', async () => {
    const { body } = await call(path, { cookie: shop.cookie })
    expect(body).toEqual({ customerId: shop.customerId, isOn: false, leavesOut: true, version: 0 })
  })

  it('an owner switches it on and it stays', async () => {
    const answer = await choose(0, { isOn: true, leavesOut: false })
    expect(answer.body).toMatchObject({ isOn: true, leavesOut: false, version: 1 })
    expect(answer.headers.get('etag')).toBe('"1"')
    expect((await call(path, { cookie: shop.cookie })).body).toMatchObject({ isOn: true, version: 1 })
  })

  it('a choice made from an old version is refused', async () => {
    expect((await choose(0, { isOn: false, leavesOut: true })).body).toMatchObject({
      status: 412,
      facts: { current: 1 },
    })
    expect((await choose(1, { isOn: 'yes' })).body).toMatchObject({ status: 400, code: 'request.invalid' })
  })

  it('a buyer sees the choice but cannot make it', async () => {
    const buyer = await aSession(world, await aMember(world, shop.customerId, 'buyer'), shop.customerId)
    expect((await call(path, { cookie: buyer })).status).toBe(200)
    expect((await choose(1, { isOn: false, leavesOut: true }, buyer)).status).toBe(403)
  })
})
