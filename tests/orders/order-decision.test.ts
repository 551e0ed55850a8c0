import { beforeAll, describe, expect, it } from 'vitest'
import { rolesThatSee } from '#shared/customer-cuts'
import { staffRoles } from '#shared/roles'
import { OrderDecision } from '#shared/supply'
import { gradeCustomer } from '../../functions/accounts/grade-customer.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aRelease, aSession, aShop, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let shop: AShop
let call: Call
let orderId: string

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world, 2, { grade: 18 })
  call = apiOf(world)
  const [limited, free] = shop.products
  if (!limited) throw new Error('No product')
  const of = (grade: number, quantity: number) => ({ productId: limited, grade, quantity })
  const shopsOfGrade = new Map([
    [18, 748],
    [20, 5],
  ])
  await aRelease(world, shop.cycleId, { limits: [of(18, 4), of(20, 9)], shopsOfGrade })
  const lines = [limited, free].map((productId) => ({ productId, quantity: 3 }))
  const body = { customerId: shop.customerId, cycleId: shop.cycleId, lines }
  const placed = await call('/orders', { method: 'POST', cookie: shop.cookie, body })
  orderId = String(placed.body.orderId)
  await aRelease(world, shop.cycleId, { limits: [of(18, 7)], shopsOfGrade })
})

const decision = async (cookie: string) =>
  OrderDecision.parse((await call(`/orders/${orderId}/decision`, { cookie })).body)

describe('the decision behind the lines of an order', () => {
  it('tells limit, grade, shops and version of then', async () => {
    expect(await decision(shop.cookie)).toMatchObject({
      version: 1,
      grade: 18,
      shops: 748,
      lines: [{ productId: shop.products[0], limit: 4, isDoubled: false }],
    })
  })

  it('a later grade and release change nothing of it', async () => {
    const before = await decision(shop.cookie)
    const asked = { customerId: shop.customerId, grade: 20, reason: '升档' }
    await gradeCustomer(world, { kind: 'system', name: 'tests' }, asked)
    expect(await decision(shop.cookie)).toEqual(before)
  })

  it('staff who do not see grades are told the limits', async () => {
    const blind = staffRoles.find((role) => !rolesThatSee('grading').includes(role))
    if (!blind) throw new Error('All staff see grades')
    const told = await decision(
      await aSession(world, await someStaff(world, [{ role: blind, unitPath: 'hq' }])),
    )
    expect(told.lines).toHaveLength(1)
    expect(told.grade).toBeUndefined()
  })
})
