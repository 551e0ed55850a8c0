import { expect, test } from 'vitest'
import type { OrderDetails } from '#shared/orders'
import { startingDraft } from '../../web/src/features/orders/entry/draft/open-sheet.ts'
import { emptySheet } from '../../web/src/features/orders/entry/draft/quantities.ts'
import { aBasket, aHead, customerId, product } from './an-assortment.ts'

const standing: OrderDetails = {
  ...aHead({ state: 'placed', changedAt: '2026-11-25T03:00:00.000Z' }),
  lines: [
    {
      productId: product(1),
      quantity: 3,
      wanted: 3,
      price: 100,
      amount: 300,
      taxRate: 0,
      isTaxIncluded: true,
      tax: 0,
    },
  ],
  net: 300,
  tax: 0,
  customerName: { zh: '店', en: 'Shop' },
  timeZone: 'Asia/Shanghai',
  closesAt: '2026-11-25T08:00:00.000Z',
  isChangeable: true,
  now: '2026-11-25T04:00:00.000Z',
  products: {},
}
const at = '2026-11-25T04:30:00.000Z'

test('a fresh draft is what the page begins with', () => {
  const { draft } = startingDraft(customerId, { basket: aBasket(5) })
  expect(draft).toMatchObject({ typed: { [product(1)]: '5' }, version: 3, touched: [] })
})

test('a draft that went into an order is spent', () => {
  expect(startingDraft(customerId, { basket: { ...aBasket(5), isSpent: true } }).draft).toMatchObject({
    typed: {},
    version: 3,
  })
})

test('changing begins with the order as it stands', () => {
  const found = { basket: { ...aBasket(5), isSpent: true }, change: standing }
  expect(startingDraft(customerId, found)).toMatchObject({
    draft: { typed: { [product(1)]: '3' } },
    isRestored: false,
  })
})

test('an unsent change comes back and says so', () => {
  const found = { basket: aBasket(5), change: standing }
  expect(startingDraft(customerId, found)).toMatchObject({
    draft: { typed: { [product(1)]: '5' } },
    isRestored: true,
  })
})

test('what only this device has goes over the draft', () => {
  const device = { ...emptySheet, typed: { [product(2)]: '7' }, touched: [product(2)], at }
  const { draft } = startingDraft(customerId, { basket: aBasket(5), device })
  expect(draft).toMatchObject({ typed: { [product(1)]: '5', [product(2)]: '7' }, touched: [product(2)] })
})

test('a draft for another order stays out', () => {
  const device = {
    ...emptySheet,
    typed: { [product(2)]: '7' },
    touched: [product(2)],
    orderId: 'ord_0123456789ABCDEF-2',
    at,
  } as const
  expect(startingDraft(customerId, { basket: aBasket(5), device }).draft.touched).toEqual([])
})

test('an unsent change of another order stays out', () => {
  const basket = { ...aBasket(5), changes: 'ord_0123456789ABCDEF-2' } as const
  expect(startingDraft(customerId, { basket }).draft).toMatchObject({ typed: {}, version: 3 })
  expect(startingDraft(customerId, { basket, change: standing })).toMatchObject({
    draft: { typed: { [product(1)]: '3' } },
    isRestored: false,
  })
  const own = { ...basket, changes: standing.orderId }
  expect(startingDraft(customerId, { basket: own, change: standing }).isRestored).toBe(true)
})

test('where nothing was kept the order stands in the fields', () => {
  const basket = { ...aBasket(0), version: 0, lines: [] }
  expect(startingDraft(customerId, { basket, change: standing })).toMatchObject({
    draft: { typed: { [product(1)]: '3' } },
    isRestored: false,
  })
})
