import { expect, test } from 'vitest'
import type { Approval } from '#shared/approvals'
import { areLinesToMend, refusalPoints } from '../../web/src/features/approvals/refusal-points.ts'

const called = (zh: string, en: string) => ({
  ...{ name: { zh, en }, code: '', unit: { zh: '条', en: 'carton' } },
  ...{ category: '', glyph: '', colour: '' },
})
const products = { prd_1: called('云岭（硬）', 'Cloud Ridge'), prd_2: called('松风（软）', 'Pine Wind') }
const line = (productId: `prd_${string}`) => ({
  ...{ productId, quantity: 1, wanted: 1, price: 1, amount: 1, taxRate: 0 },
  ...{ isTaxIncluded: true, tax: 0 },
})

function judged(...refusals: Array<[string, string]>): Approval['judged'] {
  const lines = [line('prd_1'), line('prd_2')]
  const named = refusals.map(([path, message]) => ({ path, code: 'orders.x', message }))
  return { lines, total: 2, refusals: named }
}

test('a refusal names the products it is about', () => {
  const both = judged(['lines.0', '不能订。'], ['lines.1', '不能订。'], ['', '余额不足。'])
  expect(refusalPoints({ judged: both, products }, 'zh')).toEqual([
    '云岭（硬）、松风（软）：不能订。',
    '余额不足。',
  ])
  expect(refusalPoints({ judged: judged(['lines.1', 'None.']), products }, 'en')).toEqual([
    'Pine Wind: None.',
  ])
})

test('lines alone can be mended by the owner', () => {
  expect(areLinesToMend({ judged: judged(['lines.0', '不能订。']) })).toBe(true)
  expect(areLinesToMend({ judged: judged(['lines.0', '不能订。'], ['', '暂停订货。']) })).toBe(false)
  expect(areLinesToMend({ judged: judged() })).toBe(false)
})
