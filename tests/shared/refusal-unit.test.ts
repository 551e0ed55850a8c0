import { expect, it } from 'vitest'
import { type LineOffer, lineRefusals } from '#shared/order-rules'
import { orderProblems } from '#shared/problem-lists/orders'
import { sentenceOf } from '#shared/problem-sentence'

const offer: LineOffer = {
  productId: 'prd_A',
  price: 100,
  unit: { zh: '条', en: 'carton' },
  minimum: 1,
  multiple: 1,
  usedElsewhere: 0,
}
const limit = { quantity: 4, shops: 15 }

function said(change: Partial<LineOffer>): string[] {
  const situation = { grade: 18, offerOf: () => ({ ...offer, ...change }) }
  const [refusal] = lineRefusals(situation, { productId: 'prd_A', quantity: 9 }, 0)
  if (!refusal) throw new Error('Nothing was refused')
  return (['zh', 'en'] as const).map((language) =>
    sentenceOf(orderProblems[refusal.code], refusal.facts, language),
  )
}

it('a refusal names the unit of what is given', () => {
  expect(said({ limit })).toEqual([
    '本周给 18 档 4 条，15 家同档同量。可填 4 或 0。',
    'Grade 18 gets 4 × carton this cycle, as do 15 shops of the same grade. Enter 4 or 0.',
  ])
  expect(said({ remaining: 3 })[0]).toBe('先到先得，现在还剩 3 条。可填 3 或 0。')
})

it('a doubled shop hears that it gets twice as much', () => {
  const [zh, en] = said({ limit: { ...limit, isDoubled: true } })
  expect(zh).toBe('本店两周一访，本周加倍给 18 档 4 条，15 家同档。可填 4 或 0。')
  expect(en).toContain('twice as much this cycle: 4 × carton')
})
