import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney, lineAmount, parseMoney, roundMoney, shareOut } from '#shared/money'

describe('reading money', () => {
  it.each([
    ['128.00', 12_800],
    ['128', 12_800],
    ['0.1', 10],
    ['2.555', 256],
    ['2.554', 255],
    ['2.5549', 255],
    ['1.005', 101],
    ['0.995', 100],
    ['-2.555', -256],
    ['-0', 0],
    [' 19.99 ', 1999],
    ['999999999999.99', 99_999_999_999_999],
  ])('%j is %i minor units', (text, minor) => {
    expect(parseMoney(text)).toBe(minor)
  })

  it.each([
    '',
    '1,280.00',
    '1e3',
    '0x10',
    '.5',
    '5.',
    '1.2345678',
    '9999999999999',
    'NaN',
    '¥5',
    '--5',
    '１２',
  ])('%j is no amount', (text) => {
    expect(parseMoney(text)).toBeUndefined()
  })

  it('every amount of two decimals is exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (minor) => {
        const text = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`
        expect(parseMoney(text)).toBe(minor)
      }),
    )
  })
})

describe('rounding and sharing', () => {
  it.each([
    [100.5, 101],
    [-100.5, -101],
    [1.005 * 100, 101],
    [100.49, 100],
    [0.1 + 0.2, 0],
    [-0.2, 0],
  ])('%d rounds to %i', (exact, rounded) => {
    expect(roundMoney(exact)).toBe(rounded)
  })

  it('shares always sum exactly to the total', () => {
    const weights = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), weights, (total, parts) => {
        fc.pre(parts.some((part) => part > 0))
        const shares = shareOut(total, parts)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total)
        const whole = parts.reduce((sum, part) => sum + part, 0)
        for (const [at, part] of parts.entries())
          expect(Math.abs((shares[at] ?? 0) - (total * part) / whole)).toBeLessThan(1)
      }),
    )
  })

  it('the rest goes to the largest remainders first', () => {
    expect(shareOut(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(shareOut(10, [1, 2, 4])).toEqual([1, 3, 6])
    expect(shareOut(5, [0, 0])).toEqual([0, 0])
    expect(shareOut(0, [3, 4])).toEqual([0, 0])
  })

  it('a line costs price times quantity', () => {
    expect(lineAmount(2_050, 144)).toBe(295_200)
  })
})

describe('money for people', () => {
  it.each([
    [846_000, 'CNY', 'zh', '¥8,460.00'],
    [846_000, 'CNY', 'en', '¥8,460.00'],
    [5, 'GBP', 'en', '£0.05'],
    [123_456_789, 'EUR', 'zh', '€1,234,567.89'],
    [-1_000, 'USD', 'en', '-$10.00'],
  ] as const)('%i %s in %s reads %s', (minor, currency, language, written) => {
    expect(formatMoney(minor, currency, language)).toBe(written)
  })
})
