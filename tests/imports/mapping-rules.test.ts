import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textCell } from '../../functions/imports/cell-rules.ts'
import {
  missingColumns,
  namesOfHeading,
  suggestMapping,
  unknownColumns,
} from '../../functions/imports/mapping-rules.ts'
import { orderColumns } from '../../functions/imports/order-document-rules.ts'

const column = { codec: textCell(), of: () => undefined, examples: ['', ''] } as const
const columns = {
  code: {
    ...column,
    title: { zh: '客户编码', en: 'Customer code' },
    aliases: ['kundennr', '客户号'],
    isRequired: true,
  },
  name: { ...column, title: { zh: '名称', en: 'Name' }, aliases: ['店名'] },
  grade: { ...column, title: { zh: '档位', en: 'Grade' }, isExpected: true },
  tax: { ...column, title: { zh: '税率', en: 'Tax %' } },
} as const
const suggested = (...names: string[]) => suggestMapping(columns, names, []).mapping

describe('the headings of a file', () => {
  it('blank and repeated ones are told apart', () => {
    expect(namesOfHeading(['\uFEFFCode', ' Name ', '', 'Name', '  ', 'Name'])).toEqual([
      'Code',
      'Name',
      '#3',
      'Name (2)',
      '#5',
      'Name (3)',
    ])
  })

  it('very long ones are cut', () => {
    expect(namesOfHeading(['x'.repeat(200)])).toEqual(['x'.repeat(180)])
  })

  it('no two are ever alike', () => {
    const cells = fc.constantFrom('a', ' a', 'a (2)', 'a (2) (2)', 'a (3)', '', '#1', '#2', '\uFEFFa')
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 12 }), (heading) => {
        expect(new Set(namesOfHeading(heading)).size).toBe(heading.length)
      }),
    )
    expect(namesOfHeading(['a', 'a (2)', 'a'])).toEqual(['a', 'a (2)', 'a (3)'])
  })
})

describe('the mapping to begin with', () => {
  it.each([
    ['our key', 'code'],
    ['our key in capitals', ' CODE '],
    ['the Chinese title', '客户编码'],
    ['the English title', 'Customer Code'],
    ['the title with strokes', 'customer_code'],
    ['another name', 'Kundennr.'],
    ['another Chinese name', '客户号'],
    ['full-width letters', 'ＣＯＤＥ'],
    ['a slip of the pen', 'custmer code'],
    ['a slip in another name', 'kundenr'],
  ])('%s finds its column', (_, heading) => {
    expect(suggested('Remark', heading)).toEqual({ code: heading })
  })

  it('what is only a little alike finds nothing', () => {
    expect(suggested('customer', 'codex b', 'grey', 'x', '')).toEqual({})
  })

  it('likeness begins at four fifths', () => {
    const six = { six: { ...column, title: { zh: '六', en: 'abcdef' } } }
    expect(suggestMapping(six, ['abcdeg'], []).mapping).toEqual({ six: 'abcdeg' })
    expect(suggestMapping(six, ['abcdgf'], []).mapping).toEqual({})
    expect(suggestMapping(six, ['aaaaaabcd'], []).mapping).toEqual({})
  })

  it('repeated letters count once for each', () => {
    const repeated = { one: { ...column, title: { zh: '一', en: 'aabcde' } } }
    expect(suggestMapping(repeated, ['aaaaaa'], []).mapping).toEqual({})
  })

  it('a percent sign tells a rate from an amount', () => {
    expect(suggested('tax %')).toEqual({ tax: 'tax %' })
    expect(suggestMapping({ rate: { ...column, title: { zh: '率', en: 'T%' } } }, ['T'], []).mapping).toEqual(
      {},
    )
  })

  it('the surer way takes a heading first', () => {
    expect(suggested('customer code', 'code')).toEqual({ code: 'code' })
    expect(suggested('店名', 'name')).toEqual({ name: 'name' })
    expect(suggested('客户号', 'Customer code')).toEqual({ code: 'Customer code' })
  })

  it('another name goes before what is only alike', () => {
    const two = {
      first: { ...column, title: { zh: '甲', en: 'abcdef' } },
      second: { ...column, title: { zh: '乙', en: 'other' }, aliases: ['abcdeg'] },
    }
    expect(suggestMapping(two, ['abcdeg'], []).mapping).toEqual({ second: 'abcdeg' })
  })

  it('one heading serves one column', () => {
    const twice = {
      first: { ...column, title: { zh: '甲', en: 'Same' } },
      second: { ...column, title: { zh: '乙', en: 'Same' } },
    }
    expect(suggestMapping(twice, ['Same'], []).mapping).toEqual({ first: 'Same' })
    expect(suggestMapping(twice, ['Same', 'same'], []).mapping).toEqual({ first: 'Same', second: 'same' })
  })

  it('the columns of Online Retail are all found', () => {
    const names = [
      'InvoiceNo',
      'StockCode',
      'Description',
      'Quantity',
      'InvoiceDate',
      'UnitPrice',
      'CustomerID',
      'Country',
    ]
    expect(suggestMapping(orderColumns, names, []).mapping).toEqual({
      document: 'InvoiceNo',
      product: 'StockCode',
      description: 'Description',
      quantity: 'Quantity',
      placed_at: 'InvoiceDate',
      price: 'UnitPrice',
      customer: 'CustomerID',
    })
  })
})

describe('saved maps', () => {
  const aMap = (name: string, mapping: Record<string, string>) =>
    ({ kind: 'customers', name, mapping }) as const
  const names = ['A', 'B', 'C', 'code', 'grade']

  it('the fitting one with most columns wins', () => {
    const saved = [
      aMap('small', { code: 'A', grade: 'B' }),
      aMap('large', { code: 'A', grade: 'B', name: 'C' }),
      aMap('small again', { code: 'B', grade: 'A' }),
    ]
    expect(suggestMapping(columns, names, saved)).toEqual({
      mapping: { code: 'A', grade: 'B', name: 'C' },
      mapName: 'large',
    })
  })

  it.each([
    ['misses a heading of the file', { code: 'A', grade: 'Z' }],
    ['names a column that is none', { code: 'A', grade: 'B', toString: 'C' }],
    ['lacks a required column', { grade: 'B' }],
    ['lacks an expected column', { code: 'A' }],
  ])('one that %s is left aside', (_, mapping) => {
    expect(suggestMapping(columns, names, [aMap('odd', mapping)])).toEqual({
      mapping: { code: 'code', grade: 'grade' },
    })
  })
})

describe('what a mapping lacks', () => {
  it('required and expected columns are missed', () => {
    expect(missingColumns(columns, {})).toEqual(['code', 'grade'])
    expect(missingColumns(columns, { code: 'A', grade: 'B' })).toEqual([])
  })

  it('unknown keys and headings are both named', () => {
    expect(unknownColumns(columns, { code: 'A', colour: 'B', name: 'Z' }, ['A', 'B'])).toEqual([
      'colour',
      'Z',
    ])
  })
})
