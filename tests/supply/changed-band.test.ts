import { beforeEach, describe, expect, it } from 'vitest'
import type { CycleId, ProductId } from '#shared/ids'
import { changeLimits } from '../../functions/supply/change-limits.ts'
import { storedLimits, storedRelease } from '../../functions/supply/release-store.ts'
import { aCompany, aCycle, aRelease } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
const products: ProductId[] = ['prd_A', 'prd_B', 'prd_C']
let world: FakeWorld
let cycleId: CycleId

beforeEach(async () => {
  world = await aWorld()
  await aCompany(world)
  cycleId = await aCycle(world)
  const limits = [18, 19].flatMap((grade) =>
    [12, 8, 6].map((quantity, at) => ({ productId: products[at] ?? 'prd_', grade, quantity })),
  )
  // Grade 18 has the limits divided by 1.3, grade 19 was given 15.
  const bands = [{ code: '400-600', products, caps: [{ grade: 19, quantity: 15 }] }]
  await aRelease(world, cycleId, { limits, bands })
})

async function change(grade: number, quantity: number): Promise<void> {
  const [productId = 'prd_'] = products
  const changes = [{ productId, grade, quantity }]
  await changeLimits(world, tester, cycleId, { changes, countShops: async () => new Map() })
}

async function caps(): Promise<Record<number, number | undefined>> {
  const release = await storedRelease(world.table, cycleId)
  const grades = await storedLimits(world.table, cycleId, release?.snapshot ?? '')
  return Object.fromEntries([18, 19].map((grade) => [grade, grades.get(grade)?.bands?.['400-600']?.cap]))
}

describe('the cap of a band whose limit is changed alone', () => {
  it('a cap that follows the limits follows them on', async () => {
    expect(await caps()).toEqual({ 18: 20, 19: 15 })
    await change(18, 25)
    expect(await caps()).toEqual({ 18: 30, 19: 15 })
  })

  it('a cap that was given stays as it was given', async () => {
    await change(19, 25)
    expect(await caps()).toEqual({ 18: 20, 19: 15 })
    await change(19, 0)
    expect(await caps()).toEqual({ 18: 20, 19: 15 })
  })

  it('a given cap that equals the limits stays too', async () => {
    const limits = products.map((productId) => ({ productId, grade: 18, quantity: 13 }))
    await aRelease(world, cycleId, {
      limits,
      bands: [{ code: '400-600', products, caps: [{ grade: 18, quantity: 30 }] }],
    })
    await change(18, 26)
    expect((await caps())[18]).toBe(30)
  })
})
