import { describe, expect, it } from 'vitest'
import { isWithinUnit, isWithinUnits, unitAbove, unitPathPattern } from '#shared/unit-path'

describe('units', () => {
  it.each([
    ['hq/53', 'hq/53', true],
    ['hq/53/5301', 'hq/53', true],
    ['hq/53/5301/530102', 'hq', true],
    ['hq/531', 'hq/53', false],
    ['hq/531/1', 'hq/53', false],
    ['hq', 'hq/53', false],
    ['HQ/53', 'hq', false],
  ])('%s lies within %s: %s', (path, subtree, isInside) => {
    expect(isWithinUnit(path, subtree)).toBe(isInside)
    expect(isWithinUnits(path, ['elsewhere', subtree])).toBe(isInside)
  })

  it('nothing lies within no subtrees at all', () => {
    expect(isWithinUnits('hq', [])).toBe(false)
  })

  it('the unit above the root is none', () => {
    expect(unitAbove('hq/53/5301')).toBe('hq/53')
    expect(unitAbove('hq')).toBeUndefined()
  })

  it.each(['', '/hq', 'hq/', 'hq//53', 'hq#53', 'hq/~', 'hq/..', 'a/b/c/d/e/f/g/h/i', 'hq\n'])(
    '%j is no path of a unit',
    (path) => {
      expect(unitPathPattern.test(path)).toBe(false)
    },
  )
})
