import { describe, expect, it } from 'vitest'
import { addSeconds, type Instant } from '#shared/time'
import {
  type ChangingOrder,
  kindsOf,
  lateChangeOf,
  oddOnes,
  type ShopFacts,
  swingOf,
} from '../../functions/oddities/oddity-rules.ts'

const closesAt: Instant = '2026-11-25T08:00:00.000Z'
const thresholds = {
  ...{ identicalLines: 5, deviceShops: 2, lateMinutes: 10, latePercent: 30 },
  ...{ swingPercent: 200, swingQuantity: 20 },
}

/** What an order came to, so many seconds before the close. */
function anOrder(...steps: Array<[secondsBefore: number, total: number]>): ChangingOrder {
  const all = steps.map(([before, total]) => ({ at: addSeconds(closesAt, -before), total }))
  return { orderId: 'ord_0000000000000001-1', number: '1-1', total: all.at(-1)?.total ?? 0, steps: all }
}

function aShop(at: number, facts: Partial<ShopFacts> = {}): ShopFacts {
  return {
    ...{ customerId: `cus_${at}`, unitPath: 'hq/53', print: `own ${at}`, lines: 5, quantity: 50 },
    ...{ tags: [], orders: [] },
    ...facts,
  }
}

describe('a change in the last minutes', () => {
  it.each([
    [
      'up by half',
      [
        [7200, 1000],
        [300, 1500],
      ],
      { from: 1000, to: 1500, secondsBefore: 300 },
    ],
    [
      'taken back whole',
      [
        [7200, 1000],
        [60, 0],
      ],
      { from: 1000, to: 0, secondsBefore: 60 },
    ],
    [
      'on the first late second',
      [
        [7200, 1000],
        [600, 2000],
      ],
      { secondsBefore: 600 },
    ],
    [
      'in two late steps',
      [
        [7200, 1000],
        [500, 1200],
        [400, 1400],
      ],
      { from: 1000, to: 1400 },
    ],
  ] as const)('%s is worth a look', (_, steps, late) => {
    const order = anOrder(...steps.map(([before, total]): [number, number] => [before, total]))
    expect(lateChangeOf([order], closesAt, thresholds)).toMatchObject(late)
  })

  it.each([
    [
      'by just the share',
      [
        [7200, 1000],
        [300, 1300],
      ],
    ],
    [
      'a second too early',
      [
        [7200, 1000],
        [601, 2000],
      ],
    ],
    [
      'after the close',
      [
        [7200, 1000],
        [0, 2000],
        [-300, 3000],
      ],
    ],
    ['placed late and never changed', [[300, 1000]]],
    [
      'there and back again',
      [
        [7200, 1000],
        [300, 5000],
        [200, 1000],
      ],
    ],
  ] as const)('%s is not', (_, steps) => {
    const order = anOrder(...steps.map(([before, total]): [number, number] => [before, total]))
    expect(lateChangeOf([order], closesAt, thresholds)).toBeUndefined()
  })

  it('of several orders the largest change is told', () => {
    const orders = [anOrder([7200, 100], [300, 200]), anOrder([7200, 1000], [300, 5000])]
    expect(lateChangeOf(orders, closesAt, thresholds)).toMatchObject({ from: 1000, to: 5000 })
  })
})

describe('a sudden swing', () => {
  it.each([
    [81, [40, 40, 40, 40], { quantity: 81, mean: 40, cycles: 4 }],
    [19, [40, 40, 40, 40], { quantity: 19, mean: 40 }],
    [21, [10, 10, 10, 10], { quantity: 21, mean: 10 }],
    [100, [0, 0, 0, 1], { quantity: 100, mean: 0.25 }],
  ])('%i against %j is worth a look', (quantity, past, swing) => {
    expect(swingOf(quantity, past, thresholds)).toMatchObject(swing)
  })

  it.each([
    ['twice is not more than twice', 80, [40, 40, 40, 40]],
    ['half is not less than half', 20, [40, 40, 40, 40]],
    ['too few goods', 19, [2, 2, 2, 2]],
    ['too few cycles before', 500, [40, 40, 40]],
    ['nothing ordered', 0, [40, 40, 40, 40]],
  ])('%s', (_, quantity, past) => {
    expect(swingOf(quantity, past, thresholds)).toBeUndefined()
  })
})

describe('the shops of a cycle side by side', () => {
  it('baskets with enough equal lines are told together', () => {
    const same = { print: 'same', lines: 5, quantity: 62 }
    const found = oddOnes([aShop(1, same), aShop(2), aShop(3, same)], thresholds)
    expect(found).toMatchObject([
      { customerId: 'cus_1', identical: { shops: 2, lines: 5, quantity: 62, peers: ['cus_3'] } },
      { customerId: 'cus_3', identical: { peers: ['cus_1'] } },
    ])
    expect(found.map(kindsOf)).toEqual([['identical'], ['identical']])
  })

  it('short baskets may be the same', () => {
    const same = { print: 'same', lines: 4 }
    expect(oddOnes([aShop(1, same), aShop(2, same)], thresholds)).toEqual([])
  })

  it('shops at one address are told together', () => {
    const shops = [aShop(1, { tags: ['a', 'b'] }), aShop(2, { tags: ['b'] }), aShop(3, { tags: ['a'] })]
    const found = oddOnes([...shops, aShop(4, { tags: ['c'] })], thresholds)
    expect(found.map(({ customerId, device }) => [customerId, device])).toEqual([
      ['cus_1', { shops: 3, peers: ['cus_2', 'cus_3'] }],
      ['cus_2', { shops: 2, peers: ['cus_1'] }],
      ['cus_3', { shops: 2, peers: ['cus_1'] }],
    ])
    expect(oddOnes(shops, { ...thresholds, deviceShops: 3 })).toEqual([])
  })

  it('many others are counted and twenty are named', () => {
    const shops = Array.from({ length: 30 }, (_, at) => aShop(at, { tags: ['a'] }))
    const [first] = oddOnes(shops, thresholds)
    expect(first?.device?.shops).toBe(30)
    expect(first?.device?.peers).toHaveLength(20)
  })

  it('fifteen thousand shops are compared at once', () => {
    const shops = Array.from({ length: 15_000 }, (_, at) =>
      aShop(at, { print: `basket ${at % 14_990}`, tags: [`tag ${at % 14_995}`] }),
    )
    const found = oddOnes(shops, thresholds)
    expect(found.filter(({ identical }) => identical)).toHaveLength(20)
    expect(found.filter(({ device }) => device)).toHaveLength(10)
  })
})
