import { expect, it } from 'vitest'
import { isLow } from '#shared/supply-left'

it.each([
  [10, 100, true],
  [11, 100, false],
  [0, 5, true],
  [undefined, 100, false],
  [3, undefined, false],
])('%s left of %s is low: %s', (remaining, given, expected) => {
  expect(isLow(remaining, given)).toBe(expected)
})
