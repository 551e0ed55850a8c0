import { beforeAll, describe, expect, it } from 'vitest'
import { bareId, type CycleId, type ProductId } from '#shared/ids'
import {
  type ReleasePlan,
  readRelease,
  releaseKey,
  releaseSupply,
  showRemainingSupply,
  supplyOfCustomer,
} from '#supply'
import { shardsLeft, takingWrite } from '../../functions/supply/first-come-store.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
const A: ProductId = 'prd_AAAAAAAAAAAAAAAA'
const B: ProductId = 'prd_BBBBBBBBBBBBBBBB'
let world: FakeWorld
beforeAll(async () => {
  world = await aWorld()
})

describe('releasing supply', () => {
  let cycles = 0
  const aCycleId = (): CycleId => `cyc_daily-2026-11-${String(++cycles).padStart(2, '0')}`
  const release = (cycleId: CycleId, plan: Partial<ReleasePlan>) =>
    releaseSupply(world, tester, cycleId, { limits: [], firstCome: [], shopsOfGrade: new Map(), ...plan })
  const inForce = async (cycleId: CycleId) =>
    readRelease(await world.table.get(releaseKey(cycleId), { isStrong: true }))
  const supplyOf = async (cycleId: CycleId, grade: number) =>
    supplyOfCustomer(world, cycleId, await inForce(cycleId), { grade, isBiweekly: false })
  const leftOf = async (cycleId: CycleId) => showRemainingSupply(world, cycleId, await inForce(cycleId))

  it('each grade sees its limit and its shops', async () => {
    const cycleId = aCycleId()
    const limits = [
      { productId: A, grade: 30, quantity: 12 },
      { productId: A, grade: 1, quantity: 2 },
      { productId: B, grade: 30, quantity: 5 },
    ]
    expect(
      await release(cycleId, {
        limits,
        shopsOfGrade: new Map([
          [30, 149],
          [1, 130],
        ]),
      }),
    ).toBe(1)
    expect((await supplyOf(cycleId, 30)).limitOf(A)).toEqual({ quantity: 12, shops: 149 })
    expect((await supplyOf(cycleId, 1)).limitOf(A)).toEqual({ quantity: 2, shops: 130 })
    expect((await supplyOf(cycleId, 1)).limitOf(B)).toEqual({ quantity: 0, shops: 130 })
    expect((await supplyOf(cycleId, 7)).limitOf(A)).toEqual({ quantity: 0, shops: 0 })
    expect((await supplyOf(cycleId, 30)).limitOf('prd_C')).toBeUndefined()
  })

  it('a release replaces the one before as a whole', async () => {
    const cycleId = aCycleId()
    await release(cycleId, { limits: [{ productId: A, grade: 18, quantity: 10 }] })
    const before = await inForce(cycleId)
    await release(cycleId, { limits: [{ productId: B, grade: 18, quantity: 3 }] })
    expect((await supplyOf(cycleId, 18)).limitOf(A)).toBeUndefined()
    expect((await supplyOf(cycleId, 18)).limitOf(B)).toMatchObject({ quantity: 3 })
    const old = await supplyOfCustomer(await aWorld({ tableName: world.config.tableName }), cycleId, before, {
      grade: 18,
      isBiweekly: false,
    })
    expect(old.limitOf(A)).toMatchObject({ quantity: 10 })
  })

  it('of two releases at once one wins whole', async () => {
    const cycleId = aCycleId()
    const plans = [A, B].map((productId) =>
      release(cycleId, { limits: [{ productId, grade: 18, quantity: 9 }], baseVersion: 0 }),
    )
    const results = await Promise.allSettled(plans)
    const won = results.findIndex(({ status }) => status === 'fulfilled')
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await supplyOf(cycleId, 18)).limitOf(won === 0 ? B : A)).toBeUndefined()
    expect((await supplyOf(cycleId, 18)).limitOf(won === 0 ? A : B)).toMatchObject({ quantity: 9 })
  })

  it.each([1, 8])('over %i shards every piece is there', async (shards) => {
    const cycleId = aCycleId()
    await release(cycleId, {
      firstCome: [
        { productId: A, quantity: 101 },
        { productId: B, quantity: 0 },
      ],
      shards,
    })
    expect(await leftOf(cycleId)).toEqual(
      new Map([
        [bareId(A), 101],
        [bareId(B), 0],
      ]),
    )
    expect((await supplyOf(cycleId, 18)).shardsOf(A)).toBe(shards)
    expect(await shardsLeft(world.table, cycleId, A, shards, { isAtOnce: true })).toHaveLength(shards)
  })

  it('counters go on when released again', async () => {
    const cycleId = aCycleId()
    await release(cycleId, { firstCome: [{ productId: A, quantity: 20 }], shards: 2 })
    await world.table.commit([takingWrite(cycleId, { productId: A, shard: 1, quantity: 7 })])
    await release(cycleId, {
      firstCome: [
        { productId: A, quantity: 20 },
        { productId: B, quantity: 4 },
      ],
      shards: 4,
    })
    expect(await leftOf(cycleId)).toEqual(
      new Map([
        [bareId(A), 13],
        [bareId(B), 4],
      ]),
    )
    expect((await supplyOf(cycleId, 18)).shardsOf(A)).toBe(2)
  })

  it('a shard never gives what it lacks', async () => {
    const cycleId = aCycleId()
    await release(cycleId, { firstCome: [{ productId: A, quantity: 10 }], shards: 1 })
    const takes = Array.from({ length: 15 }, () =>
      world.table.commit([takingWrite(cycleId, { productId: A, shard: 0, quantity: 1 })]),
    )
    const results = await Promise.allSettled(takes)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    expect(await leftOf(cycleId)).toEqual(new Map([[bareId(A), 0]]))
  })
})
