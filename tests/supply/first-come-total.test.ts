import { beforeEach, describe, expect, it } from 'vitest'
import type { CycleId, ProductId } from '#shared/ids'
import { changeLimits, limitsOfProduct, releaseSupply } from '#supply'
import { takingWrite } from '../../functions/supply/first-come-store.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
const productId: ProductId = 'prd_AAAAAAAAAAAAAAAA'
const cycleId: CycleId = 'cyc_daily-2026-11-25'
let world: FakeWorld

beforeEach(async () => {
  world = await aWorld()
})

function give(quantity: number, shards: number) {
  const firstCome = [{ productId, quantity }]
  return releaseSupply(world, tester, cycleId, { limits: [], shopsOfGrade: new Map(), firstCome, shards })
}
const setTotal = async (firstCome: number) => {
  const asked = { changes: [{ productId, firstCome }], countShops: async () => new Map<number, number>() }
  return (await changeLimits(world, tester, cycleId, asked)).verdicts[0]
}
const take = (quantity: number, shard: number) =>
  world.table.commit([takingWrite(cycleId, { productId, shard, quantity })])
const left = async () => {
  const { firstComeLeft, firstComeTotal } = await limitsOfProduct(world, cycleId, productId)
  return [firstComeLeft, firstComeTotal]
}

describe.each([1, 4])('first-come goods over %i shard(s)', (shards) => {
  it('a raised total gives out the difference', async () => {
    await give(10, shards)
    await take(2, 0)
    expect(await setTotal(31)).toEqual({ verdict: 'changed', from: 10, to: 31 })
    expect(await left()).toEqual([29, 31])
  })

  it('a lower total takes back what nobody took', async () => {
    await give(20, shards)
    await take(4, 0)
    expect(await setTotal(3)).toMatchObject({ verdict: 'refused', problem: { facts: { taken: 4 } } })
    expect(await left()).toEqual([16, 20])
    await setTotal(4)
    expect(await left()).toEqual([0, 4])
    await take(-4, 0)
    expect(await left()).toEqual([4, 4])
  })

  it('takers at the same moment never get more', async () => {
    await give(12, shards)
    const takers = Array.from({ length: 30 }, (_, at) => take(1, at % shards))
    const totals = [setTotal(16), setTotal(20)]
    const taken = (await Promise.allSettled(takers)).filter(({ status }) => status === 'fulfilled').length
    await Promise.allSettled(totals)
    const [now = 0, total = 0] = await left()
    expect([12, 16, 20]).toContain(total)
    expect(taken + now).toBe(total)
  })
})
