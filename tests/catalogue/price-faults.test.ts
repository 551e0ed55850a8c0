import { describe, expect, it } from 'vitest'
import { dearerBreak } from '#shared/price-rules'
import { priceFaults } from '../../functions/catalogue/price-faults.ts'

const breaks = (...steps: Array<[number, number]>) => steps.map(([atLeast, price]) => ({ atLeast, price }))

describe('what is wrong with a price', () => {
  it('a sound row has no fault', () => {
    expect(priceFaults({ breaks: breaks([1, 12_000], [8, 12_000], [48, 11_000]) })).toEqual([])
    expect(priceFaults({ minimum: 2, from: '2027-01-01', until: '2027-01-02' })).toEqual([])
  })

  it('a break dearer than fewer pieces is refused', () => {
    const facts = { atLeast: 8, price: '125.50', fewer: 1, usual: '120.00' }
    expect(priceFaults({ breaks: breaks([1, 12_000], [8, 12_550]) })).toEqual([
      { path: 'breaks.1.price', code: 'catalogue.break_dearer', facts },
    ])
    expect(dearerBreak(breaks([1, 3], [2, 1], [3, 2]))).toEqual(breaks([2, 1], [3, 2]))
  })

  it.each([
    ['one that says nothing', {}, 'breaks'],
    ['one that ends as it begins', { minimum: 1, from: '2027-01-01', until: '2027-01-01' }, 'until'],
    ['steps that do not rise', { breaks: breaks([1, 3], [1, 2]) }, 'breaks'],
    ['no first step', { breaks: breaks([2, 3]) }, 'breaks'],
    ['a minimum of none', { minimum: 0 }, 'minimum'],
    ['a price below zero', { breaks: breaks([1, -1]) }, 'breaks.0.price'],
  ] as const)('%s is malformed at its field', (_, row, path) => {
    expect(priceFaults({ ...row, ...('breaks' in row && { breaks: [...row.breaks] }) })).toEqual([
      { path, code: 'catalogue.price_malformed', facts: {} },
    ])
  })
})
