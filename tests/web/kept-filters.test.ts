import { describe, expect, it } from 'vitest'
import { isReach, isSearched } from '../../web/src/components/use-address.ts'

describe('what a page keeps out of its address', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '+86 138-0013-8000',
    '(020) 7946 0018',
    '１３８００１３８０００',
    'wang@example.com',
    '福来 13800138000',
  ])('%j is how somebody is reached', (text) => {
    expect(isReach(text)).toBe(true)
  })

  it.each(['xwb', '兴旺', '183', '530102', '2026-12', ''])('%j may stand in an address', (text) => {
    expect(isReach(text)).toBe(false)
  })

  it('of people everything that is searched for', () => {
    expect([isSearched('李', 'text'), isSearched('analyst', 'role')]).toEqual([true, false])
  })
})
