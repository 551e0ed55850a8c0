import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCharacterOf, orderNumberOf, partsOfOrderNumber } from '#shared/check-character'

const spoken = fc.record({
  customer: fc.integer({ min: 1, max: 99_999_999 }),
  running: fc.integer({ min: 1, max: 99_999_999 }),
})
const digits = fc.stringMatching(/^\d{2,16}$/)

describe('spoken order numbers', () => {
  it('a number said back names the same order', () => {
    fc.assert(
      fc.property(spoken, ({ customer, running }) => {
        const said = orderNumberOf(customer, running)
        expect(partsOfOrderNumber(said)).toEqual({ customerNumber: customer, runningNumber: running })
        expect(partsOfOrderNumber(` ${said.toLowerCase().replace('-', ' - ')} `)).toBeDefined()
      }),
    )
  })

  it('every single wrong digit is noticed', () => {
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (text, place, shift) => {
        const at = place % text.length
        const wrong = text.slice(0, at) + String((Number(text[at]) + shift) % 10) + text.slice(at + 1)
        expect(checkCharacterOf(wrong)).not.toBe(checkCharacterOf(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('every two swapped neighbours are noticed', () => {
    fc.assert(
      fc.property(digits, fc.nat(), (text, place) => {
        const at = place % (text.length - 1)
        fc.pre(text[at] !== text[at + 1])
        const swapped = text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
        expect(checkCharacterOf(swapped)).not.toBe(checkCharacterOf(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('letters that are misheard never check a number', () => {
    const letters = new Set(Array.from({ length: 200 }, (_, at) => checkCharacterOf(String(at))))
    expect(letters.size).toBe(23)
    expect([...letters].join('')).not.toMatch(/[IOU]/)
  })

  it.each(['', '0183', '0183-27', '183-27A', '0183-0A', '0183-27AA', 'ABCD-27A', '٠١٨٣-27A'])(
    '%j is not taken for a number',
    (text) => {
      expect(partsOfOrderNumber(text)).toBeUndefined()
    },
  )
})
