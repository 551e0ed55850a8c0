import { expect, test } from 'vitest'
import { DraftKeeper } from '../../web/src/features/orders/entry/draft/draft-keeper.ts'
import type { SheetContent } from '../../web/src/features/orders/entry/draft/quantities.ts'
import { rowsInstead, rowsToClear } from '../../web/src/features/orders/entry/fill/fill-instead.ts'
import { type Rows, rowsNow } from '../../web/src/features/orders/entry/fill/fill-rows.ts'
import { orderAgain } from '../../web/src/features/orders/entry/fill/order-again.ts'
import { rowsToPutBack } from '../../web/src/features/orders/entry/fill/put-back.ts'
import { rowsOfSuggestions, suggestInto } from '../../web/src/features/orders/entry/fill/suggest-into.ts'
import { anAssortment, anItem, customerId, product } from './an-assortment.ts'

const A = product(1)
const B = product(2)
const C = product(3)
const limited = anItem({ limit: { quantity: 4, shops: 15 }, past: [9] })
const assortment = anAssortment({
  items: [limited, anItem({ productId: B, past: [6] }), anItem({ productId: C, past: [2] })],
})
const offers = new Map(assortment.items.map((item) => [item.productId, item]))
const gateway = {
  read: () => Promise.reject(new Error('nobody asks')),
  save: () => Promise.reject(new Error('nobody saves')),
}
const typedIn = {
  typed: { [B]: '7' },
  extras: { [A]: { note: '要新的' }, [B]: { note: '送后门', wanted: 12 }, [C]: { wanted: 3 } },
}

function aKeeper(content: Partial<SheetContent> = typedIn): DraftKeeper {
  return new DraftKeeper({ customerId, touched: [], version: 1, ...content }, gateway)
}

/** Puts rows in and hands back what takes them back. */
function filled(keeper: DraftKeeper, rows: Rows) {
  const before = rowsNow(keeper.snapshot(), rows)
  keeper.putRows(rows)
  return () => keeper.putRows(rowsToPutBack({ before, after: rows }, keeper.snapshot()))
}

test('as last time fills only what is empty', () => {
  const keeper = aKeeper()
  const lines = [A, B, C].map((productId) => ({ productId, quantity: 2 }))
  const again = orderAgain({ lines }, offers, keeper.snapshot())
  const takeBack = filled(keeper, again.rows)
  expect(again).toMatchObject({ kept: 2, adjusted: [] })
  expect(keeper.snapshot()).toMatchObject({ typed: { [A]: '2', [B]: '7' }, extras: typedIn.extras })
  takeBack()
  expect(keeper.snapshot()).toMatchObject(typedIn)
  keeper.forget()
})

test('a cleared sheet comes back with notes and wishes', () => {
  const keeper = aKeeper()
  const takeBack = filled(keeper, rowsToClear(keeper.snapshot()))
  expect(keeper.snapshot()).toMatchObject({ typed: {}, extras: {} })
  keeper.type(C, '1')
  takeBack()
  const { typed, extras } = keeper.snapshot()
  expect(typed).toEqual({ [B]: '7', [C]: '1' })
  expect(extras).toEqual({ [A]: { note: '要新的' }, [B]: { note: '送后门', wanted: 12 } })
  keeper.forget()
})

test('a list in the place of all can be undone', () => {
  const keeper = aKeeper()
  const takeBack = filled(keeper, rowsInstead([{ productId: A, quantity: 3 }], keeper.snapshot()))
  expect(keeper.snapshot()).toMatchObject({ typed: { [A]: '3' }, extras: {} })
  expect(keeper.snapshot().typed).not.toHaveProperty(B)
  takeBack()
  expect(keeper.snapshot()).toMatchObject(typedIn)
  keeper.forget()
})

test('suggestions go and leave every other row alone', () => {
  const keeper = aKeeper()
  const found = suggestInto(keeper.snapshot(), assortment, { stock: new Map() }, ({ zh }) => zh)
  expect(found.map(({ productId }) => productId)).toEqual([A])
  const takeBack = filled(keeper, rowsOfSuggestions(found, keeper.snapshot()))
  expect(keeper.snapshot()).toMatchObject({ typed: { [A]: '4' }, extras: { [A]: { note: '要新的' } } })
  keeper.annotate(B, { note: '送前门' })
  takeBack()
  const { typed, extras } = keeper.snapshot()
  expect(typed).toEqual({ [B]: '7' })
  expect(extras).toEqual({ ...typedIn.extras, [B]: { note: '送前门', wanted: 12 } })
  keeper.forget()
})

test('what a limit takes from a suggestion stays wanted', () => {
  const keeper = aKeeper({})
  const found = suggestInto(keeper.snapshot(), assortment, { stock: new Map() }, ({ zh }) => zh)
  keeper.putRows(rowsOfSuggestions(found, keeper.snapshot()))
  expect(keeper.snapshot()).toMatchObject({
    typed: { [A]: '4', [B]: '6', [C]: '2' },
    extras: { [A]: { wanted: 9 } },
  })
  keeper.forget()
})

test('what is typed takes from band and money first', () => {
  const items = [
    anItem({ band: '5', past: [4] }),
    anItem({ productId: B, band: '5', past: [6] }),
    anItem({ productId: C, past: [9] }),
  ]
  const bands = [{ code: '5', cap: 5, usedElsewhere: 1 }]
  const now = { typed: { [A]: '3' }, extras: {} }
  const suggested = (available: number) =>
    suggestInto(now, { ...assortment, items, bands, available }, { stock: new Map() }, ({ zh }) => zh)
  expect(suggested(13 * 12_800)).toMatchObject([
    { productId: B, quantity: 1, wanted: 6 },
    { productId: C, quantity: 9 },
  ])
  expect(suggested(9 * 12_800)).toMatchObject([{ productId: C, quantity: 6 }])
})

test('ordering again brings the notes of lines along', () => {
  const now = { typed: {}, extras: { [B]: { note: '要新的' } } }
  const lines = [A, B].map((productId) => ({ productId, quantity: 3, note: '放后门' }))
  const { rows } = orderAgain({ lines }, offers, now)
  expect([...rows.values()].map(({ extra }) => extra.note)).toEqual(['放后门', '要新的'])
})

test('ordering again keeps wishes that still fail', () => {
  const now = { typed: {}, extras: {} }
  const again = orderAgain({ lines: [{ productId: A, quantity: 3, wanted: 7 }] }, offers, now)
  expect([...again.rows.values()]).toEqual([{ text: '3', extra: { wanted: 7 } }])
  const open = orderAgain({ lines: [{ productId: B, quantity: 3, wanted: 7 }] }, offers, now)
  expect([...open.rows.values()]).toEqual([{ text: '3', extra: {} }])
  const none = new Map([[A, anItem({ remaining: 0 })]])
  const gone = orderAgain({ lines: [{ productId: A, quantity: 3 }] }, none, now)
  expect([...gone.rows.values()]).toEqual([{ text: '', extra: { wanted: 3 } }])
})

test('a pasted wish is added to what stands there', () => {
  const keeper = aKeeper({ typed: { [A]: '2', [B]: '7' }, extras: typedIn.extras })
  keeper.add([
    { productId: A, quantity: 2, wanted: 9 },
    { productId: B, quantity: 1 },
  ])
  const { typed, extras } = keeper.snapshot()
  expect(typed).toEqual({ [A]: '4', [B]: '8' })
  expect(extras).toMatchObject({ [A]: { note: '要新的', wanted: 11 }, [B]: { wanted: 12 } })
  keeper.forget()
})

test('a suggestion changed since is not taken back', () => {
  const keeper = aKeeper({})
  const takeBack = filled(keeper, new Map([[A, { text: '4', extra: {} }]]))
  keeper.type(A, '3')
  takeBack()
  expect(keeper.snapshot().typed).toEqual({ [A]: '3' })
  keeper.forget()
})

test('what a buyer asked for raises smaller rows', () => {
  const now = { typed: { [A]: '2', [B]: '9' }, extras: {} }
  const lines = [A, B].map((productId) => ({ productId, quantity: 4 }))
  const { rows, kept } = orderAgain({ lines, raises: true }, offers, now)
  expect([...rows].map(([productId, { text }]) => [productId, text])).toEqual([[A, '4']])
  expect(kept).toBe(1)
})
