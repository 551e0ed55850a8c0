import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Codec,
  cellOf,
  choiceCell,
  dateCell,
  moneyCell,
  phoneCell,
  priceCell,
  readCells,
  textCell,
  wholeCell,
} from '../../functions/imports/cell-rules.ts'

const read = (codec: Codec<unknown>, text: string) => {
  const parsed = codec.parse(text)
  return 'value' in parsed ? parsed.value : parsed.code.replace('imports.', '')
}

describe('what a cell may hold', () => {
  const choice = choiceCell(['retailer', 'distributor'])
  it.each<[string, Codec<unknown>, string, unknown]>([
    ['a text', textCell(5), '福来超市店', '福来超市店'],
    ['a text too long', textCell(5), '福来超市二店', 'value_too_long'],
    ['a usual text', textCell(), 'x'.repeat(200), 'x'.repeat(200)],
    ['a usual text too long', textCell(), 'x'.repeat(201), 'value_too_long'],
    ['a whole number', wholeCell(1, 99), '18', 18],
    ['the least number', wholeCell(1, 99), '1', 1],
    ['the greatest number', wholeCell(1, 99), '99', 99],
    ['a number below', wholeCell(1, 99), '0', 'number_invalid'],
    ['a number beyond', wholeCell(1, 99), '100', 'number_invalid'],
    ['a negative number', wholeCell(-9, 9), '-9', -9],
    ['a grouped number', wholeCell(0, 9_999_999), '1,234,567', 1_234_567],
    ['a negative grouped number', wholeCell(-9999, 0), '-1,234', -1234],
    ['a number of five digits in groups', wholeCell(0, 99_999), '12,345', 12_345],
    ['a wrongly grouped number', wholeCell(0, 9_999_999), '12,34', 'number_invalid'],
    ['groups without a start', wholeCell(0, 9_999_999), ',123', 'number_invalid'],
    ['groups that end early', wholeCell(0, 9_999_999), '1,2345', 'number_invalid'],
    ['groups that begin too long', wholeCell(0, 9_999_999), '1234,567', 'number_invalid'],
    ['a number in words', wholeCell(0, 99), 'x1,234', 'number_invalid'],
    ['a fraction', wholeCell(0, 99), '1.0', 'number_invalid'],
    ['a power', wholeCell(0, 99), '1e1', 'number_invalid'],
    ['a number with a sign behind', wholeCell(-99, 99), '1-', 'number_invalid'],
    ['an amount', moneyCell, '128.00', 12_800],
    ['a grouped amount', moneyCell, '1,126.50', 112_650],
    ['a negative grouped amount', moneyCell, '-1,126.555', -112_656],
    ['a long amount in groups', moneyCell, '1,126,000', 112_600_000],
    ['a rounded amount', moneyCell, '2.555', 256],
    ['an amount with a sign of money', moneyCell, '¥128', 'amount_invalid'],
    ['groups and something behind', moneyCell, '1,126.50x', 'amount_invalid'],
    ['a point without decimals', moneyCell, '1,126.', 'amount_invalid'],
    ['a decimal comma', moneyCell, '128,00', 'amount_invalid'],
    ['a price', priceCell, '1,126.00', 112_600],
    ['a price of nothing', priceCell, '0', 0],
    ['a negative price', priceCell, '-0.01', 'amount_invalid'],
    ['a price in words', priceCell, 'free', 'amount_invalid'],
    ['a phone number', phoneCell, '+44 20 7946 0000', '+442079460000'],
    ['a Chinese mobile number', phoneCell, '138 0013 8000', '+8613800138000'],
    ['a mobile number too short', phoneCell, '1380013800', 'phone_invalid'],
    ['a landline without its country', phoneCell, '0871-6512345', 'phone_invalid'],
    ['a choice in capitals', choice, 'RETAILER', 'retailer'],
    ['no choice there is', choice, 'retail', 'choice_invalid'],
    ['a day', dateCell, '2026-11-25', '2026-11-25'],
    ['a day with strokes', dateCell, '2026/1/5', '2026-01-05'],
    ['a day with points', dateCell, '2026.11.05', '2026-11-05'],
    ['the last of February', dateCell, '2024-02-29', '2024-02-29'],
    ['a day that year lacks', dateCell, '2026-02-29', 'date_invalid'],
    ['a month thirteen', dateCell, '2026-13-01', 'date_invalid'],
    ['a mixed day', dateCell, '2026-11/05', 'date_invalid'],
    ['a day within words', dateCell, 'on 2026-11-05', 'date_invalid'],
    ['a day with an hour', dateCell, '2026-11-05 12', 'date_invalid'],
    ['a year of two digits', dateCell, '26-11-05', 'date_invalid'],
    ['a month of three digits', dateCell, '2026-011-05', 'date_invalid'],
    ['a day of three digits', dateCell, '2026-11-005', 'date_invalid'],
  ])('%s is read for what it is', (_, codec, text, value) => {
    expect(read(codec, text)).toEqual(value)
  })

  it('a refusal says what would do', () => {
    expect(textCell(5).parse('123456')).toMatchObject({ facts: { most: 5 } })
    expect(wholeCell(1, 99).parse('0')).toMatchObject({ facts: { least: 1, most: 99 } })
    expect(choice.parse('x')).toMatchObject({ facts: { values: 'retailer, distributor' } })
    for (const codec of [moneyCell, priceCell, dateCell])
      expect(codec.parse('x')).toMatchObject({ facts: {} })
    expect(priceCell.parse('-1')).toMatchObject({ facts: {} })
  })

  it('what is written is read as the same', () => {
    const isSame = <Value>(codec: Codec<Value>, value: Value) =>
      expect(codec.parse(codec.write(value))).toEqual({ value })
    const whole = fc.integer({ min: -99_999, max: 99_999 })
    fc.assert(
      fc.property(whole, (number) => {
        isSame(wholeCell(-99_999, 99_999), number)
        isSame(moneyCell, number)
        isSame(priceCell, Math.abs(number))
      }),
    )
    isSame(textCell(), '云霞（细支）')
    isSame(choice, 'distributor')
    isSame(dateCell, '2026-11-25')
  })

  it('numbers alone stand to the right in a sheet', () => {
    expect([wholeCell(0, 1), moneyCell, priceCell].map(({ isNumber }) => isNumber)).toEqual([
      true,
      true,
      true,
    ])
    expect([textCell(), dateCell].some(({ isNumber }) => isNumber)).toBe(false)
  })
})

describe('a row of a file', () => {
  type Shop = { code: string; grade?: number; hold?: string }
  const title = { zh: '列', en: 'Column' }
  const examples = ['', ''] as const
  const columns = {
    code: { title, examples, codec: textCell(4), isRequired: true, of: ({ code }: Shop) => code },
    grade: { title, examples, codec: wholeCell(1, 30), of: ({ grade }: Shop) => grade },
  } as const
  const of = (cells: Record<string, string | undefined>, stored?: Shop) =>
    readCells<Shop, typeof columns>(columns, cells, stored)

  it('cells are trimmed, an empty one is none', () => {
    expect(of({ code: ' A-1 ', grade: '  ' })).toEqual({ values: { code: 'A-1', grade: undefined } })
  })

  it('all that is wrong is named with its column', () => {
    expect(of({ code: 'A-123', grade: '31' })).toEqual({
      problems: [
        { code: 'imports.value_too_long', column: 'code', facts: { most: 4, value: 'A-123' } },
        { code: 'imports.number_invalid', column: 'grade', facts: { least: 1, most: 30, value: '31' } },
      ],
      read: {},
    })
  })

  it('what is required and missing is said', () => {
    const missing = { code: 'imports.value_missing', column: 'code', facts: { value: '' } }
    expect(of({ grade: '3' })).toEqual({ problems: [missing], read: { grade: 3 } })
    expect(of({ code: '', grade: '3' }, { code: 'A-1' })).toEqual({ problems: [missing], read: { grade: 3 } })
  })

  it('a long wrong value is shown by its beginning', () => {
    const read = of({ code: 'x'.repeat(99) })
    expect('problems' in read && read.problems[0]?.facts?.value).toBe('x'.repeat(60))
  })

  it('without its column a stored value stays', () => {
    expect(of({ code: 'A-1' }, { code: 'A-1', grade: 18 })).toEqual({ values: { code: 'A-1', grade: 18 } })
    expect(of({}, { code: 'A-1', grade: 18 })).toEqual({ values: { code: 'A-1', grade: 18 } })
  })

  it('an emptied cell takes a stored value away', () => {
    expect(of({ code: 'A-1', grade: '' }, { code: 'A-1', grade: 18 })).toEqual({
      values: { code: 'A-1', grade: undefined },
    })
  })

  it('what stands as it was stored is never judged anew', () => {
    const old = { code: 'LONG-OLD-CODE', grade: 31 }
    expect(of({ code: 'LONG-OLD-CODE', grade: '31' }, old)).toEqual({ values: old })
    expect(of({ code: 'LONG-OLD-CODE', grade: '32' }, old)).toMatchObject({ problems: [{ column: 'grade' }] })
  })

  it('a cell shows what is stored, or nothing', () => {
    expect(cellOf(columns.grade, { code: 'A-1', grade: 18 })).toBe('18')
    expect(cellOf(columns.grade, { code: 'A-1' })).toBe('')
  })
})
