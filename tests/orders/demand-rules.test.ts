import { expect, it } from 'vitest'
import type { ProductDemand } from '#shared/demand'
import { demandShown, stockOutRate, unmetOf } from '#shared/demand-rules'
import { idOf } from '#shared/ids'
import {
  addDemand,
  type Demand,
  demandOfShop,
  recordsByUnit,
  together,
} from '../../functions/orders/demand-rules.ts'
import type { StoredLine } from '../../functions/orders/version-store.ts'

const line = (product: string, quantity: number, wanted: number): StoredLine => [
  product,
  quantity,
  wanted,
  1000,
  1300,
]

it('a need with nothing ordered is a stock-out', () => {
  const demand = demandOfShop([line('A', 0, 5), line('B', 3, 8), line('C', 2, 2)])
  expect([...demand]).toEqual([
    ['A', { wanted: 5, got: 0, shops: 1, stockOuts: 1 }],
    ['B', { wanted: 8, got: 3, shops: 1, stockOuts: 0 }],
    ['C', { wanted: 2, got: 2, shops: 1, stockOuts: 0 }],
  ])
})

it('what nobody needs is no record', () => {
  expect(demandOfShop([line('A', 0, 0)]).size).toBe(0)
  expect(stockOutRate({ shops: 0, stockOuts: 0 })).toBeUndefined()
})

it('several orders of a shop are one record', () => {
  const demand = demandOfShop([line('A', 0, 5), line('A', 2, 2)])
  expect([...demand]).toEqual([['A', { wanted: 7, got: 2, shops: 1, stockOuts: 0 }]])
})

it('the rate is stock-outs among records with need', () => {
  const all = new Map<string, Demand>()
  const shops = [[line('A', 0, 5)], [line('A', 2, 5)], [line('A', 4, 4)], [line('A', 0, 1), line('B', 0, 2)]]
  for (const lines of shops) addDemand(all, demandOfShop(lines))
  expect(all.get('A')).toEqual({ wanted: 15, got: 6, shops: 4, stockOuts: 2 })
  expect(stockOutRate({ shops: 4, stockOuts: 2 })).toBe(0.5)
  expect(together(all.values())).toEqual({ wanted: 17, got: 6, shops: 5, stockOuts: 3 })
})

it('figures of a unit are those below it', () => {
  const units = [
    { unitPath: 'hq/53/5302', shops: 3, stockOuts: 0 },
    { unitPath: 'hq/53/5301/b', shops: 5, stockOuts: 2 },
    { unitPath: 'hq/53/5301/a', shops: 1, stockOuts: 1 },
  ]
  expect(recordsByUnit(units)).toEqual([
    { unitPath: 'hq/53/5301', shops: 6, stockOuts: 3 },
    { unitPath: 'hq/53/5302', shops: 3, stockOuts: 0 },
  ])
})

const product = (code: string, figures: Partial<ProductDemand>): ProductDemand => ({
  productId: idOf('product', code),
  code,
  name: { zh: `商品${code}`, en: `Product ${code}` },
  pinyin: `shangpin${code} sp${code}`,
  unit: { zh: '条', en: 'carton' },
  ...{ wanted: 0, got: 0, shops: 1, stockOuts: 0 },
  ...figures,
})
const products = [
  product('c', { wanted: 10, got: 10, shops: 9 }),
  product('b', { wanted: 9, got: 4, shops: 2, stockOuts: 1 }),
  product('a', { wanted: 8, got: 3, shops: 4, stockOuts: 1 }),
]

it.each([
  [undefined, ['a', 'b', 'c']],
  ['unmet', ['a', 'b', 'c']],
  ['rate', ['b', 'a', 'c']],
  ['shops', ['c', 'a', 'b']],
  ['wanted', ['c', 'b', 'a']],
  ['got', ['c', 'b', 'a']],
  ['code', ['a', 'b', 'c']],
] as const)('products stand by %s, equal ones by code', (sort, codes) => {
  expect(demandShown(products, { sort }).map(({ code }) => code)).toEqual(codes)
})

it('products of one code keep their order', () => {
  const twins = [product('a', { wanted: 1, got: 1 }), product('a', { wanted: 2, got: 2 })]
  expect(demandShown(twins, { sort: 'code' }).map(({ wanted }) => wanted)).toEqual([1, 2])
})

it('products are found by name, sound and code', () => {
  const found = (text: string) => demandShown(products, { text }).map(({ code }) => code)
  expect(found('商品b')).toEqual(['b'])
  expect(found('PRODUCT ａ')).toEqual(['a'])
  expect(found(' spc ')).toEqual(['c'])
  expect(found('品 x')).toEqual([])
})

it('only products in short supply are left on demand', () => {
  expect(demandShown(products, { short: 'yes' }).map(unmetOf)).toEqual([5, 5])
})
