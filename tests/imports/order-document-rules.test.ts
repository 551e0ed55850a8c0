import { describe, expect, it } from 'vitest'
import { suggestMapping } from '../../functions/imports/mapping-rules.ts'
import { documentOf, orderColumns, stateOfDocument } from '../../functions/imports/order-document-rules.ts'

const row = {
  document: '536365',
  customer: '17850',
  product: '85123A',
  quantity: '6',
  placed_at: '2010-12-01 08:26:00',
  price: '2.55',
}
const line = {
  document: '536365',
  customer: '17850',
  product: '85123A',
  description: undefined,
  quantity: 6,
  placed_at: '2010-12-01T08:26:00',
  price: 255,
  currency: undefined,
}
const priceOf = (price: string) => {
  const read = documentOf([{ ...row, price }], 'GBP')
  return 'lines' in read ? read.lines[0].price : read.problems[0]?.code
}

describe('a document of the past', () => {
  it('its rows become its lines', () => {
    expect(documentOf([row, { ...row, product: '71053', quantity: '-2' }], 'GBP')).toEqual({
      lines: [line, { ...line, product: '71053', quantity: -2 }],
    })
  })

  it('a document of no row is none', () => {
    expect(documentOf([], 'GBP')).toEqual({ problems: [] })
  })

  it.each([
    ['2.55', 255],
    ['2.5', 250],
    ['2', 200],
    ['0.001', 0.1],
    ['1.2340000', 123.4],
    ['1,126.05', 112_605],
    ['-11062.06', -1_106_206],
    ['-0', 0],
    ['1234567890.999', 123_456_789_099.9],
  ])('a price of %s is %d pence, exactly', (text, pence) => {
    expect(priceOf(text)).toBe(pence)
    expect(priceOf(orderColumns.price.codec.write(pence))).toBe(pence)
  })

  it.each(['2.5555', '.5', '2.', '12345678901', '--2', '2-', '£2', '2 .5', '2x'])(
    '%s is no price',
    (text) => {
      expect(priceOf(text)).toBe('imports.amount_invalid')
    },
  )

  it('every wrong cell is named with its row', () => {
    const wrong = [row, { ...row, price: 'x' }, { ...row, quantity: 'x', currency: 'yen' }]
    expect(documentOf(wrong, 'GBP')).toMatchObject({
      problems: [
        { code: 'imports.amount_invalid', column: 'price', at: 1 },
        { code: 'imports.number_invalid', column: 'quantity', at: 2 },
        {
          code: 'imports.choice_invalid',
          column: 'currency',
          at: 2,
          facts: { values: 'CNY, GBP, USD, EUR', value: 'yen' },
        },
      ],
    })
  })

  it.each(['document', 'customer', 'product', 'quantity', 'placed_at', 'price'] as const)(
    'a line without %s is refused',
    (column) => {
      expect(documentOf([{ ...row, [column]: '' }], 'GBP')).toMatchObject({
        problems: [{ code: 'imports.value_missing', column }],
      })
    },
  )

  it('twenty problems are shown, no more', () => {
    const read = documentOf([...Array.from({ length: 30 }, () => ({ ...row, price: 'x' })), row], 'GBP')
    expect('problems' in read && read.problems.map(({ at }) => at)).toEqual(
      Array.from({ length: 20 }, (_, at) => at),
    )
  })

  it('three thousand lines are one document, one more is not', () => {
    const rows = Array.from({ length: 3000 }, () => row)
    expect(documentOf(rows, 'GBP')).toHaveProperty('lines')
    expect(documentOf([...rows, row], 'GBP')).toEqual({
      problems: [{ code: 'imports.document_too_long', facts: { key: '536365', most: 3000 }, at: 0 }],
      customer: '17850',
    })
  })

  it('a document has one customer and one currency', () => {
    const uneven = { code: 'imports.document_uneven', facts: { key: '536365' }, at: 1 }
    expect(documentOf([row, { ...row, customer: '1' }, { ...row, customer: '2' }], 'GBP')).toEqual({
      problems: [{ ...uneven, column: 'customer' }],
      customer: '17850',
    })
    expect(documentOf([row, { ...row, currency: 'eur' }], 'GBP')).toEqual({
      problems: [{ ...uneven, column: 'currency' }],
      customer: '17850',
    })
    expect(documentOf([row, { ...row, currency: 'gbp' }], 'GBP')).toHaveProperty('lines')
    expect(documentOf([{ ...row, currency: 'GBP' }, row], 'GBP')).toHaveProperty('lines')
  })
})

describe('what a document is', () => {
  const options = { isAllOrNothing: false, cancellationPrefix: 'C', correctionPrefix: 'A' }

  it.each([
    ['C536379', 'cancellation'],
    ['A563185', 'correction'],
    ['536365', 'confirmed'],
    ['53C', 'confirmed'],
    ['53A', 'confirmed'],
  ])('%s is a %s', (document, state) => {
    expect(stateOfDocument(document, options)).toBe(state)
  })

  it('without prefixes every document is an order', () => {
    const none = { ...options, cancellationPrefix: '', correctionPrefix: '' }
    expect(['C536379', 'A563185'].map((document) => stateOfDocument(document, none))).toEqual([
      'confirmed',
      'confirmed',
    ])
  })
})

describe('the columns of order history', () => {
  it('the examples of the template are taken as they are', () => {
    const entries = Object.entries(orderColumns)
    const examples = [0, 1].map((at) =>
      Object.fromEntries(entries.map(([key, { examples }]) => [key, examples[at]])),
    )
    for (const cells of examples) expect(documentOf([cells], 'CNY')).toHaveProperty('lines')
    expect(
      documentOf([{ ...examples[0], product: 'x'.repeat(41), document: 'y'.repeat(61) }], 'CNY'),
    ).toMatchObject({
      problems: [{ column: 'document' }, { column: 'product' }],
    })
  })

  it.each([
    ['单据号', 'document'],
    ['发票号', 'document'],
    ['订单号', 'document'],
    ['Invoice', 'document'],
    ['客户编码', 'customer'],
    ['客户', 'customer'],
    ['客户号', 'customer'],
    ['Customer', 'customer'],
    ['商品编码', 'product'],
    ['货号', 'product'],
    ['编码', 'product'],
    ['SKU', 'product'],
    ['Item', 'product'],
    ['品名', 'description'],
    ['商品名称', 'description'],
    ['名称', 'description'],
    ['Product name', 'description'],
    ['数量', 'quantity'],
    ['件数', 'quantity'],
    ['Qty', 'quantity'],
    ['下单时间', 'placed_at'],
    ['订货时间', 'placed_at'],
    ['日期', 'placed_at'],
    ['时间', 'placed_at'],
    ['Date', 'placed_at'],
    ['Order date', 'placed_at'],
    ['单价', 'price'],
    ['价格', 'price'],
    ['Unit price', 'price'],
    ['币种', 'currency'],
    ['Currency', 'currency'],
    ['Order No.', 'document'],
    ['Order number', 'document'],
    ['Document number', 'document'],
  ])('%s heads the column %s', (heading, column) => {
    expect(suggestMapping(orderColumns, [heading], []).mapping).toEqual({ [column]: heading })
  })
})
