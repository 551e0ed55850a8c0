import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseQuantityOf, baseUnitsOf, MOST_PACKS, spreadQuantity, writtenQuantity } from '#shared/unit-chain'

const chains = fc.array(fc.record({ contains: fc.integer({ min: 2, max: 100 }) }), { maxLength: MOST_PACKS })
const quantities = fc.integer({ min: 0, max: 999_999 })
const unit = { zh: '条', en: 'carton' }
const packs = [
  { unit: { zh: '件', en: 'case' }, contains: 50 },
  { unit: { zh: '箱', en: 'master case' }, contains: 5 },
]

describe('units of a product', () => {
  it('spreading and counting back loses nothing', () => {
    fc.assert(
      fc.property(chains, quantities, (chain, quantity) => {
        const counts = spreadQuantity(chain, quantity)
        expect(baseQuantityOf(chain, counts)).toBe(quantity)
        expect(counts.every(Number.isInteger)).toBe(true)
      }),
    )
  })

  it('no smaller unit ever fills a larger one', () => {
    fc.assert(
      fc.property(chains, quantities, (chain, quantity) => {
        const counts = spreadQuantity(chain, quantity)
        for (const [at, pack] of chain.entries()) expect(counts[at]).toBeLessThan(pack.contains)
      }),
    )
  })

  it('each unit holds whole ones of the one below', () => {
    expect(baseUnitsOf(packs)).toEqual([1, 50, 250])
    expect(baseUnitsOf([])).toEqual([1])
  })

  it.each([
    [0, '0 条', '0 × carton'],
    [3, '3 条', '3 × carton'],
    [53, '1 件 3 条', '1 case + 3 × carton'],
    [250, '1 箱', '1 master case'],
    [301, '1 箱 1 件 1 条', '1 master case + 1 case + 1 carton'],
  ])('%i cartons are said as people say them', (quantity, zh, en) => {
    expect(writtenQuantity({ unit, packs }, quantity, 'zh')).toBe(zh)
    expect(writtenQuantity({ unit, packs }, quantity, 'en')).toBe(en)
  })
})
