import { describe, expect, it } from 'vitest'
import { fill, languageOf } from '#shared/languages'
import { isProblemCode, Problem, problemSentence } from '#shared/problems'

describe('filling texts', () => {
  it('each place takes its fact, also zero', () => {
    expect(fill('{a} of {b}, {a}', { a: 0, b: 'x' })).toBe('0 of x, 0')
  })

  it('a place without a fact stays visible', () => {
    expect(fill('{a} {b}', { a: 1 })).toBe('1 {b}')
  })

  it('a fact with braces or dollars stays itself', () => {
    expect(fill('{a}', { a: '{b} $& $1', b: 'no' })).toBe('{b} $& $1')
  })

  it.each([
    ['en-GB,zh;q=0.5', 'en'],
    ['EN', 'en'],
    ['zh-CN,en;q=0.9', 'zh'],
    ['fr', 'zh'],
    ['enx', 'zh'],
    [undefined, 'zh'],
  ])('who accepts %j reads %s', (accepted, language) => {
    expect(languageOf(accepted)).toBe(language)
  })
})

describe('sentences of problems', () => {
  const overAvailable = { total: 846_000, available: 800_000, over: 46_000, currency: 'GBP' }

  it('amounts are written with their currency', () => {
    expect(problemSentence('orders.over_available', overAvailable, 'zh')).toBe(
      '合计 £8,460.00，可用 £8,000.00，超出 £460.00。请减少数量。',
    )
    expect(problemSentence('orders.over_available', overAvailable, 'en')).toBe(
      'The total is £8,460.00, £8,000.00 is available: £460.00 too much. Reduce the quantities.',
    )
  })

  it('times are written in the zone of the company', () => {
    const facts = { closesAt: '2026-11-25T08:00:00.000Z', timeZone: 'Asia/Shanghai' }
    expect(problemSentence('orders.after_cut_off', facts, 'zh')).toContain('2026年11月25日 16:00')
    expect(problemSentence('orders.after_cut_off', facts, 'en')).toContain('25 Nov 2026, 16:00')
  })

  it('possible quantities are joined by or', () => {
    const facts = { minimum: 48, multiple: 24, nearest: [48, 72] }
    expect(problemSentence('orders.quantity_off_multiple', facts, 'zh')).toContain('可填 48 或 72')
    expect(problemSentence('orders.quantity_off_multiple', facts, 'en')).toContain('Enter 48 or 72')
    const bySingles = { minimum: 2, multiple: 1, isSingle: true, nearest: [2] }
    expect(problemSentence('orders.quantity_off_multiple', bySingles, 'zh')).toBe('起订 2。可填 2。')
  })

  it('a code of another name is none', () => {
    expect(isProblemCode('orders.over_limit')).toBe(true)
    expect(isProblemCode('toString')).toBe(false)
    expect(isProblemCode('__proto__')).toBe(false)
  })

  it('a problem carries its code and facts', () => {
    const problem = new Problem('orders.on_hold', { reason: '证照过期' })
    expect(problem).toMatchObject({ code: 'orders.on_hold', facts: { reason: '证照过期' }, entries: [] })
    expect(problem.message).toContain('orders.on_hold')
  })
})
