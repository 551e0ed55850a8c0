import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#shared/ids'
import { bandCapOf, isCapNamed, planTaking } from '../../functions/supply/supply-rules.ts'

const A: ProductId = 'prd_AAAAAAAAAAAAAAAA'

describe('taking from shards', () => {
  const shards = fc.array(fc.nat(40), { minLength: 1, maxLength: 12 })

  it('it takes what is asked, never more than held', () => {
    fc.assert(
      fc.property(shards, fc.integer({ min: 1, max: 300 }), fc.nat(1e9), (left, quantity, preferred) => {
        const takings = planTaking(A, quantity, left.length, preferred, left)
        const sum = left.reduce((total, held) => total + held, 0)
        const taken = takings?.reduce((total, taking) => total + taking.quantity, 0)
        expect(taken).toBe(sum < quantity ? undefined : quantity)
        for (const taking of takings ?? []) {
          expect(taking.quantity).toBeGreaterThan(0)
          expect(taking.quantity).toBeLessThanOrEqual(left[taking.shard] ?? 0)
        }
        expect(new Set(takings?.map(({ shard }) => shard)).size).toBe(takings?.length ?? 0)
      }),
      { numRuns: 2000 },
    )
  })

  it('as few shards as possible, the preferred first', () => {
    expect(planTaking(A, 5, 4, 2, [9, 9, 9, 9])).toEqual([{ productId: A, shard: 2, quantity: 5 }])
    expect(planTaking(A, 5, 4, 6, [9, 9, 1, 9])?.map(({ shard }) => shard)).toEqual([0])
    expect(planTaking(A, 10, 3, 0, [4, 9, 4])?.map(({ shard, quantity }) => [shard, quantity])).toEqual([
      [1, 9],
      [0, 1],
    ])
  })

  it('when one is too few the fullest shards go first', () => {
    const of = (left: number[], quantity: number) =>
      planTaking(A, quantity, left.length, 0, left)?.map((taking) => [taking.shard, taking.quantity])
    expect(of([1, 5, 3, 9], 14)).toEqual([
      [3, 9],
      [1, 5],
    ])
    expect(of([1, 5, 3, 9], 15)).toEqual([
      [3, 9],
      [1, 5],
      [2, 1],
    ])
    expect(of([0, 2, 0, 2], 4)).toHaveLength(2)
    expect(of([0, 2, 0, 2], 5)).toBeUndefined()
  })

  it('a shard that holds just enough is enough', () => {
    expect(planTaking(A, 9, 3, 1, [12, 9, 4])?.map(({ shard }) => shard)).toEqual([1])
    expect(planTaking(A, 9, 3, 2, [8, 9, 4])?.map(({ shard }) => shard)).toEqual([1])
  })

  it('unseen shards give from the preferred one', () => {
    expect(planTaking(A, 7, 4, 6)).toEqual([{ productId: A, shard: 2, quantity: 7 }])
    expect(planTaking(A, -7, 2, 1, [3, 0])).toEqual([{ productId: A, shard: 1, quantity: -7 }])
    expect(planTaking(A, 0, 2, 1, [3, 0])).toEqual([])
  })

  it('what is given back goes to the preferred shard', () => {
    expect(planTaking(A, -7, 4, 6)).toEqual([{ productId: A, shard: 2, quantity: -7 }])
    expect(planTaking(A, 0, 4, 6)).toEqual([])
  })
})

describe('the cap of a price band', () => {
  it.each([
    [[12, 8, 6], 20],
    [[13], 10],
    [[12], 9],
    [[1], 0],
    [[], 0],
  ])('limits of %j make %i', (limits, cap) => {
    expect(bandCapOf(limits)).toBe(cap)
  })

  it('no higher cap times 1.3 fits the limits', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { maxLength: 20 }), (limits) => {
        const [cap, sum] = [bandCapOf(limits), limits.reduce((total, limit) => total + limit, 0)]
        expect(13 * cap).toBeLessThanOrEqual(10 * sum)
        expect(13 * (cap + 1)).toBeGreaterThan(10 * sum)
      }),
    )
  })
})

describe('whose cap of a band it is', () => {
  const products = ['A', 'B', 'C']
  const limits = { A: 12, B: 8, C: 6, D: 100 }

  it('what a release says of it counts', () => {
    expect(isCapNamed({ cap: 20, isNamed: true, products }, limits)).toBe(true)
  })

  it('an old one is told by its limits', () => {
    expect(isCapNamed({ cap: 20, products }, limits)).toBe(false)
    expect(isCapNamed({ cap: 21, products }, limits)).toBe(true)
    expect(isCapNamed({ cap: 15, products: ['A', 'B', 'E'] }, limits)).toBe(false)
  })
})
