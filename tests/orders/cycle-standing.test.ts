import { beforeEach, expect, it } from 'vitest'
import type { Table } from '#platform/storage/dynamo-table'
import type { World } from '#platform/world'
import type { CustomerId, CycleId, ProductId } from '#shared/ids'
import { cycleStanding } from '../../functions/orders/cycle-standing.ts'
import { aCompany, aCustomer, aCycle, aRelease, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let customerId: CustomerId
let cycleId: CycleId
let products: ProductId[]

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
  customerId = await aCustomer(world, '1')
  cycleId = await aCycle(world)
  products = await someProducts(
    world,
    Array.from({ length: 8 }, (_, at) => ({ code: `P${at}` })),
  )
})

/** The world, with a release put in just before each of the next `times` readings of many things. */
function releasedBefore(times: number): World {
  let left = times
  const getMany: Table['getMany'] = async (...asked) => {
    const firstCome = products.slice(0, times - left + 1).map((productId) => ({ productId, quantity: 9 }))
    if (left-- > 0) await aRelease(world, cycleId, { firstCome })
    return world.table.getMany(...asked)
  }
  const table = new Proxy(world.table, {
    get: (target, name) => {
      if (name === 'getMany') return getMany
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { ...world, table }
}

it('a release put in meanwhile is read anew', async () => {
  const { release, left } = await cycleStanding(releasedBefore(2), customerId, 'daily')
  expect(Object.keys(release?.firstCome ?? {})).toHaveLength(2)
  expect(left.size).toBe(2)
})

it('releases without an end are answered as busy', async () => {
  await expect(cycleStanding(releasedBefore(8), customerId, 'daily')).rejects.toMatchObject({
    code: 'request.busy',
  })
})
