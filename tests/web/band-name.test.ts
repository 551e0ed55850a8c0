import { describe, expect, it } from 'vitest'
import { bandName } from '../../web/src/features/supply/band-name.ts'

const unit = { zh: '条', en: 'carton' }
const said = { currency: 'CNY', language: 'zh' } as const
const at = (price: number, of = unit) => ({ price, unit: of })

describe('what a price band is called', () => {
  it('is its lowest and highest price by the unit', () => {
    expect(bandName([at(22_800), at(18_000), at(20_000)], said)).toBe('¥180.00–¥228.00 / 条')
    expect(bandName([at(18_000), at(22_800)], { ...said, language: 'en' })).toMatch(
      /180.00–.*228.00 \/ carton/,
    )
  })

  it('one price is named once', () => {
    expect(bandName([at(18_000), at(18_000)], said)).toBe('¥180.00 / 条')
  })

  it('different units are left out', () => {
    expect(bandName([at(1800), at(2000, { zh: '盒', en: 'box' })], said)).toBe('¥18.00–¥20.00')
  })

  it('without a price it has no name', () => {
    expect(bandName([], said)).toBeUndefined()
  })
})
