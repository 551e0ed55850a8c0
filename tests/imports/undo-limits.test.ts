import { beforeEach, describe, expect, it } from 'vitest'
import { placeOrder } from '#orders'
import type { CustomerId, CycleId, ProductId } from '#shared/ids'
import { readRelease, releaseKey, showRemainingSupply, supplyOfCustomer } from '#supply'
import { aCompany, aCustomer, aCycle, aRelease, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { runImport, undoImport } from './run-import.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let cycleId: CycleId
let customerId: CustomerId
let products: ProductId[]

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
  cycleId = await aCycle(world)
  customerId = await aCustomer(world, 'L-1', { grade: 18 })
  products = await someProducts(world, [{ code: 'A' }, { code: 'B' }])
})

const fileOf = (lines: readonly string[]) =>
  ['cycle,product,grade,quantity,first_come', ...lines.map((line) => `${cycleId},${line}`)].join('\n')

async function inForce() {
  const release = readRelease(await world.table.get(releaseKey(cycleId), { isStrong: true }))
  const supply = await supplyOfCustomer(world, cycleId, release, { grade: 18, isBiweekly: false })
  const remaining = await showRemainingSupply(world, cycleId, release)
  return { limits: products.map((id) => supply.limitOf(id)?.quantity), left: [...remaining.values()] }
}

async function order() {
  const input = {
    customerId,
    cycleId,
    lines: products.slice(0, 1).map((productId) => ({ productId, quantity: 1 })),
  }
  await placeOrder(world, tester, input, { key: 'order', fingerprint: 'order' })
}

describe('limits taken back', () => {
  it('what stood before is in force again', async () => {
    const [productId = 'prd_'] = products
    await aRelease(world, cycleId, { limits: [{ productId, grade: 18, quantity: 3 }] })
    const first = await runImport(world, 'limits', fileOf(['A,18,7,', 'B,,,40']))
    const second = await runImport(world, 'limits', fileOf(['A,18,9,', 'B,,,40']))
    expect(await inForce()).toEqual({ limits: [9, undefined], left: [40] })
    expect((await undoImport(world, first.cookie, first.importId)).undone).toMatchObject({
      state: 'applied',
      problem: 'supply.released_again',
    })
    expect((await undoImport(world, second.cookie, second.importId)).undone.state).toBe('undone')
    expect(await inForce()).toEqual({ limits: [7, undefined], left: [40] })
    expect((await undoImport(world, first.cookie, first.importId)).undone.state).toBe('undone')
    expect(await inForce()).toEqual({ limits: [3, undefined], left: [] })
  })

  it('goods for the first come are opened anew later', async () => {
    const { cookie, importId } = await runImport(world, 'limits', fileOf(['B,,,40']))
    await undoImport(world, cookie, importId)
    expect(await inForce()).toEqual({ limits: [undefined, undefined], left: [] })
    await runImport(world, 'limits', fileOf(['B,,,25']))
    expect((await inForce()).left).toEqual([25])
  })

  it('limits that an order used stay, and say why', async () => {
    const { cookie, importId } = await runImport(world, 'limits', fileOf(['A,18,7,']))
    await order()
    const { undone } = await undoImport(world, cookie, importId)
    expect(undone).toMatchObject({ state: 'applied', problem: 'imports.limits_ordered' })
    expect(undone.message).toContain(cycleId)
    expect((await inForce()).limits).toEqual([7, undefined])
  })

  it('an order from before the release holds nothing up', async () => {
    await order()
    world.pass(60)
    const { cookie, importId } = await runImport(world, 'limits', fileOf(['A,18,7,']))
    expect((await undoImport(world, cookie, importId)).undone.state).toBe('undone')
  })
})
