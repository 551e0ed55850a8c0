import { expect, test } from 'vitest'
import { isFound, searchTextOf, wordsAsked } from '#shared/product-search'
import { ApiProblem } from '../../web/src/api.ts'
import { parsedDraft } from '../../web/src/features/orders/entry/draft/draft-on-device.ts'
import {
  linesOf,
  quantityOf,
  typedFrom,
  withQuantity,
} from '../../web/src/features/orders/entry/draft/quantities.ts'
import { linesOfLastTime, orderAgain } from '../../web/src/features/orders/entry/fill/order-again.ts'
import { whyNot } from '../../web/src/features/orders/entry/fill/pasted-words.ts'
import { filtersShown, isUnder } from '../../web/src/features/orders/entry/rows/find-products.ts'
import { judgeSheet } from '../../web/src/features/orders/entry/send/judge-sheet.ts'
import { parsedSubmission } from '../../web/src/features/orders/entry/send/pending-submission.ts'
import { refusalWords } from '../../web/src/features/orders/entry/send/refusal-words.ts'
import { anAssortment, anItem, customerId, product } from './an-assortment.ts'

const limited = anItem({ limit: { quantity: 2, shops: 748 }, past: [3] })
const free = anItem({ productId: product(2), code: 'SF-0412', price: 8500, past: [10] })
const assortment = anAssortment({ items: [limited, free], available: 100_000 })
const offers = new Map(assortment.items.map((item) => [item.productId, item]))
const receivedAt = Date.now()

function judged(typed: Record<string, string>, phase: 'before' | 'open' | 'over' = 'open') {
  return judgeSheet({ typed, assortment, offers, receivedAt, phase })
}

test('a field means a number or nothing', () => {
  expect([quantityOf(''), quantityOf(' 12 '), quantityOf('1.5'), quantityOf('-1')]).toEqual([
    0,
    12,
    1.5,
    Number.NaN,
  ])
  expect(linesOf({ [product(1)]: '0', [product(2)]: '4' })).toEqual([{ productId: product(2), quantity: 4 }])
  expect(withQuantity(typedFrom([{ productId: product(1), quantity: 4 }]), product(1), '')).toEqual({})
})

test('a product is found by every name it has', () => {
  const text = searchTextOf(limited)
  for (const query of [
    '云岭',
    'yunling',
    'ylyh',
    'YL-2031',
    '690123',
    '云岭 红',
    '云岭硬红',
    'yl2031',
    'yun ling',
    'ＹＬ-2031',
    'hard red',
    '',
  ]) {
    expect(isFound(text, wordsAsked(query)), query).toBe(true)
  }
  expect(isFound(text, wordsAsked('江南'))).toBe(false)
})

test('filters know limits, last orders and typed rows', () => {
  const looked = { text: undefined, isStarred: false }
  expect([limited, free].map((item) => isUnder('limited', item, looked))).toEqual([true, false])
  expect([free, anItem()].map((item) => isUnder('ordered', item, looked))).toEqual([true, false])
  expect(isUnder('typed', free, { ...looked, text: '1' })).toBe(true)
  expect(isUnder('typed', free, looked)).toBe(false)
  expect(isUnder('favourites', free, { ...looked, isStarred: true })).toBe(true)
  const breaksOf = (price: number) => [
    { atLeast: 1, price: 12_800 },
    { atLeast: 10, price },
  ]
  const offered = [anItem({ breaks: breaksOf(100) }), anItem({ breaks: breaksOf(12_800) }), free]
  expect(offered.map((item) => isUnder('offers', item, looked))).toEqual([true, false, false])
})

test('a filter that holds nothing or all is hidden', () => {
  const counts = { all: 9, ordered: 9, limited: 0, typed: 0, favourites: 2, offers: 9 }
  expect(filtersShown(counts, 'all')).toEqual(['all', 'typed', 'favourites'])
  expect(filtersShown(counts, 'ordered')).toEqual(['all', 'ordered', 'typed', 'favourites'])
})

test('a pasted quantity is told which limit it breaks', () => {
  const row = { kind: 'quantity', productId: product(1), quantity: 9 } as const
  expect(whyNot(row, offers, assortment, 'zh')).toEqual(['本周给 18 档 2 条，748 家同档同量。可填 2 或 0。'])
  expect(whyNot({ ...row, quantity: undefined }, offers, assortment, 'zh')).toEqual([])
})

test('the sheet counts, sums and names wrong rows', () => {
  const { lineCount, quantity, total, byProduct } = judged({ [product(1)]: '5', [product(2)]: '10' })
  expect({ lineCount, quantity, total }).toEqual({ lineCount: 2, quantity: 15, total: 5 * 12_800 + 85_000 })
  expect(byProduct.get(product(1))?.[0]).toMatchObject({
    code: 'orders.over_limit',
    facts: { nearest: [2, 0] },
  })
})

test('a total over the balance is said once', () => {
  expect(judged({ [product(2)]: '20' }).whole.map(({ code }) => code)).toEqual(['orders.over_available'])
})

test('after the cut-off the whole sheet is refused', () => {
  expect(judged({ [product(2)]: '1' }, 'over').whole.map(({ code }) => code)).toEqual([
    'orders.after_cut_off',
  ])
})

test('a window that is not open has its own words', () => {
  const at = (seconds: number) => new Date(receivedAt + seconds * 1000).toISOString()
  const { cycle } = assortment
  const coming = cycle && { ...cycle, opensAt: at(60), closesAt: at(120), isOpen: false, now: at(0) }
  const typed = { [product(2)]: '1' }
  const before = judgeSheet({
    ...{ typed, offers, receivedAt, phase: 'before' },
    assortment: { ...assortment, cycle: coming },
  })
  const over = judged(typed, 'over')
  expect(before.whole.map(({ code }) => code)).toEqual(['orders.not_open_yet'])
  for (const judgement of [before, over])
    expect(refusalWords(judgement, undefined, typed, offers, 'zh').whole).toEqual([])
})

test('ordering again keeps within the limits of today', () => {
  const empty = { typed: {}, extras: {} }
  const { rows, adjusted } = orderAgain({ lines: linesOfLastTime(assortment.items) }, offers, empty)
  expect([...rows]).toEqual([
    [product(1), { text: '2', extra: { wanted: 3 } }],
    [product(2), { text: '10', extra: {} }],
  ])
  expect(adjusted).toMatchObject([{ productId: product(1), asked: 3, quantity: 2 }])
  const name = { zh: '云岭（硬）', en: 'Cloud Ridge (hard)' }
  const called = { name, code: 'YL-9', unit: name, category: '', glyph: '', colour: '' }
  const lines = [{ productId: product(9), quantity: 4 }]
  const gone = orderAgain({ lines, products: { [product(9)]: called } }, offers, empty)
  expect(gone).toEqual({
    rows: new Map(),
    adjusted: [{ productId: product(9), name, asked: 4, quantity: 0 }],
    kept: 0,
  })
})

test('a wrong row says its numbers in both languages', () => {
  const typed = { [product(1)]: '5' }
  const zh = refusalWords(judged(typed), undefined, typed, offers, 'zh').rows.get(product(1))
  expect(zh).toMatchObject({
    sentences: ['本周给 18 档 2 条，748 家同档同量。可填 2 或 0。'],
    nearest: [2, 0],
  })
  const en = refusalWords(judged(typed), undefined, typed, offers, 'en').rows.get(product(1))
  expect(en?.sentences.join()).toContain('2 or 0')
})

test('half a quantity names the whole ones beside it', () => {
  const { byProduct, total, quantity } = judged({ [product(2)]: '2.5' })
  expect(byProduct.get(product(2))).toMatchObject([
    { code: 'orders.quantity_invalid', facts: { nearest: [2, 3] } },
  ])
  expect([total, quantity]).toEqual([0, 0])
})

test('a refusal of the server stands until its row changes', () => {
  const errors = [
    {
      path: 'lines.0',
      code: 'orders.supply_short',
      facts: { remaining: 4, nearest: [4, 0] },
      message: '还剩 4。',
    },
    { path: '', code: 'orders.on_hold', message: '暂停订货' },
  ]
  const body = { lines: [{ productId: product(2), quantity: 10 }] }
  const asked = {
    kind: 'place',
    key: 'k',
    body: { ...body, customerId, cycleId: 'cyc_weekly-4-2026-11-26' },
  } as const
  const refused = { problem: new ApiProblem(422, { code: 'orders.lines_refused', errors }), asked }
  const as = (quantity: string) => {
    const typed = { [product(2)]: quantity }
    return refusalWords(judged(typed), refused, typed, offers, 'zh')
  }
  expect(as('10').rows.get(product(2))).toEqual({ sentences: ['还剩 4。'], nearest: [4, 0] })
  expect(as('10').refusedPoints.map(({ sentence }) => sentence)).toEqual(['还剩 4。', '暂停订货'])
  expect(as('4').rows.size).toBe(0)
  expect(as('4').refusedPoints.map(({ sentence }) => sentence)).toEqual(['暂停订货'])
})

test('what this device kept is read back or ignored', () => {
  const draft = { typed: { [product(1)]: '5' }, touched: [product(1)], at: '2026-11-25T04:00:00.000Z' }
  expect(parsedDraft(JSON.stringify(draft))).toMatchObject(draft)
  expect([undefined, '{', 'null', '{"typed":3}'].map(parsedDraft)).toEqual(Array(4).fill(undefined))
  const pending = { kind: 'place', key: 'k', body: { lines: [] } }
  expect(parsedSubmission(JSON.stringify(pending))).toEqual(pending)
  expect([undefined, '[]', '{"kind":"place"}'].map(parsedSubmission)).toEqual(Array(3).fill(undefined))
})
