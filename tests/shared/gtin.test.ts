import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fullGtin, gtinCheckDigit, gtinFault } from '#shared/gtin'

describe('barcodes', () => {
  // Examples of the GS1 General Specifications and of goods on the shelf.
  it.each(['96385074', '036000291452', '6291041500213', '4006381333931', '10614141000415'])(
    '%s carries its right check digit',
    (gtin) => {
      expect(gtinFault(gtin)).toBeUndefined()
    },
  )

  it.each([
    ['96385075', '4'],
    ['036000291453', '2'],
    ['6291041500214', '3'],
    ['10614141000416', '5'],
  ])('%s is refused and %s is named', (gtin, right) => {
    expect(gtinFault(gtin)).toEqual({ wrong: 'check-digit', right })
  })

  it.each([
    '',
    '9638507',
    '963850740',
    '62910415002',
    '106141410004155',
    '629104150021x',
    '６２９１０４１５００２１３',
  ])('the text "%s" is no barcode number', (text) => {
    expect(gtinFault(text)).toEqual({ wrong: 'length' })
  })

  it('every wrong last digit names the right one', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(digits, fc.integer({ min: 1, max: 9 }), (body, off) => {
        const right = gtinCheckDigit(body.join(''))
        const wrong = String((Number(right) + off) % 10)
        expect(gtinFault(body.join('') + right)).toBeUndefined()
        expect(gtinFault(body.join('') + wrong)).toEqual({ wrong: 'check-digit', right })
      }),
    )
  })

  it('the same article compares equal in any length', () => {
    expect(fullGtin('036000291452')).toBe(fullGtin('0036000291452'))
    expect(gtinFault(fullGtin('96385074'))).toBeUndefined()
  })
})
