import { describe, expect, it } from 'vitest'
import { type Facts, sentenceOf } from '#shared/problem-sentence'

const both = (sentence: string, facts: Facts) =>
  (['zh', 'en'] as const).map((language) => sentenceOf({ zh: sentence, en: sentence }, facts, language))

describe('the facts of a problem in words', () => {
  it('amounts are written in the currency of the company', () => {
    expect(both('{total} / {available}', { total: 97_000, available: 50_000, currency: 'CNY' })).toEqual([
      '¥970.00 / ¥500.00',
      '¥970.00 / ¥500.00',
    ])
    expect(both('{over}', { over: 1250, currency: 'GBP' })).toEqual(['£12.50', '£12.50'])
    expect(both('{spent}', { spent: 1250 })).toEqual(['¥12.50', '¥12.50'])
  })

  it('quantities stay as they are', () => {
    expect(both('{limit}, {left}', { limit: 1200, left: 0 })).toEqual(['1200, 0', '1200, 0'])
  })

  it('neighbouring quantities are joined by “or”', () => {
    expect(both('{nearest}', { nearest: [48, 72] })).toEqual(['48 或 72', '48 or 72'])
    expect(both('{nearest}', { nearest: [0] })).toEqual(['0', '0'])
  })

  it('a cut-off is told by the company’s clock', () => {
    const closesAt = '2026-11-25T16:30:00.000Z'
    expect(both('{closesAt}', { closesAt, timeZone: 'Asia/Shanghai' })).toEqual([
      '2026年11月26日 00:30',
      '26 Nov 2026, 00:30',
    ])
    expect(both('{closesAt}', { closesAt })).toEqual(['2026年11月25日 16:30', '25 Nov 2026, 16:30'])
  })
})
