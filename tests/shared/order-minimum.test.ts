import { describe, expect, it } from 'vitest'
import { leastTotalFor } from '#shared/order-minimum'

const terms = { amount: 50_000, classes: [{ customerClass: 'A', amount: 0 }] }

describe('the order minimum of a customer', () => {
  it.each([
    ['B', 50_000],
    [undefined, 50_000],
    ['A', 0],
  ])('class %s goes before the company: %i', (customerClass, least) => {
    expect(leastTotalFor({ preset: 'traded' }, terms, customerClass)).toBe(least)
  })

  it('supplied goods and unset companies have none', () => {
    expect(leastTotalFor({ preset: 'supplied' }, terms, 'B')).toBe(0)
    expect(leastTotalFor({ preset: 'traded' }, undefined, 'B')).toBe(0)
  })
})
