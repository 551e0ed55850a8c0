import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breaksCell, packsCell } from '../../functions/imports/chain-cells.ts'

const code = (parsed: object) => ('code' in parsed ? parsed.code : parsed)
const word = fc.constantFrom('件', '箱', 'case', 'master case', '托盘')
const barcode = fc.option(fc.constantFrom('12000020036633', '69012345', '6901234567892'), { nil: undefined })
const packs = fc.array(
  fc
    .record({ zh: word, en: word, contains: fc.integer({ min: 2, max: 999_999 }), barcode })
    .map(({ zh, en, contains, barcode: digits }) => {
      return { unit: { zh, en }, contains, ...(digits && { barcode: digits }) }
    }),
  { maxLength: 4 },
)
const breaks = fc.array(
  fc.record({ atLeast: fc.integer({ min: 1, max: 999_999 }), price: fc.nat(100_000_000) }),
  { maxLength: 6 },
)

describe('larger units in one cell', () => {
  it('each is read with what it holds and its barcode', () => {
    expect(packsCell.parse('件/case = 50; 箱/master case = 5 @12000020036633')).toEqual({
      value: [
        { unit: { zh: '件', en: 'case' }, contains: 50 },
        { unit: { zh: '箱', en: 'master case' }, contains: 5, barcode: '12000020036633' },
      ],
    })
  })

  it('one name serves both languages', () => {
    expect(packsCell.parse('件=50；')).toEqual({ value: [{ unit: { zh: '件', en: '件' }, contains: 50 }] })
  })

  it.each(['件', '= 50', '件 = 1', '件 = 0', '件 = many', '件 = 50 @123', '件/case/box = 5', '件 = 5; 箱'])(
    '%s is refused',
    (text) => {
      expect(code(packsCell.parse(text))).toBe('imports.packs_invalid')
    },
  )

  it('what is written is read as the same', () => {
    fc.assert(
      fc.property(packs, (value) => {
        expect(packsCell.parse(packsCell.write(value))).toEqual({ value })
      }),
    )
  })
})

describe('price breaks in one cell', () => {
  it('each quantity is read with its price', () => {
    expect(breaksCell.parse('48: 125.00; 96：120.5')).toEqual({
      value: [
        { atLeast: 48, price: 12_500 },
        { atLeast: 96, price: 12_050 },
      ],
    })
    expect(breaksCell.parse('1: 0')).toEqual({ value: [{ atLeast: 1, price: 0 }] })
  })

  it.each(['48', '48: ', ': 125', '48: -1', '48: 1.2.3', '48: 125 x', '1234567: 1', '48: 125; 96'])(
    '%s is refused',
    (text) => {
      expect(code(breaksCell.parse(text))).toBe('imports.breaks_invalid')
    },
  )

  it('what is written is read as the same', () => {
    fc.assert(
      fc.property(breaks, (value) => {
        expect(breaksCell.parse(breaksCell.write(value))).toEqual({ value })
      }),
    )
  })
})
