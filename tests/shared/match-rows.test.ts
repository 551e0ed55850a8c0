import { describe, expect, it } from 'vitest'
import { gtinCheckDigit } from '#shared/gtin'
import type { ProductId } from '#shared/ids'
import { linesOfRows, matchRows } from '#shared/match-rows'
import { indexNames } from '#shared/name-index'
import { readCells, readText } from '#shared/read-rows'
import type { MatchedProduct } from '#shared/row-verdicts'
import { quantityIn } from '#shared/written-numbers'

const carton = { zh: '条', en: 'carton' }
const caseCode = `1690123456789${gtinCheckDigit('1690123456789')}`
const packs = [{ unit: { zh: '件', en: 'case' }, contains: 50 }]
function aProduct(
  number: number,
  zh: string,
  pinyin: string,
  more: Partial<MatchedProduct> = {},
): MatchedProduct {
  const productId: ProductId = `prd_${number}`
  const name = { zh, en: `Product ${number}` }
  const offer = { price: 100, minimum: 1, multiple: 1, usedElsewhere: 0 }
  return { productId, code: `YL-${number}`, name, pinyin, unit: carton, packs, ...offer, ...more }
}

const hard = aProduct(1, '云岭（硬红）', 'yun ling ying hong ylyh', {
  barcode: '6901234567892',
  packs: [{ unit: { zh: '件', en: 'case' }, contains: 50, barcode: caseCode }],
})
const soft = aProduct(2, '云岭（软红）', 'yun ling ruan hong ylrh')
const pine = aProduct(3, '松风（软）', 'song feng ruan sfr')
const river = aProduct(4, '江南春（细支）', 'jiang nan chun xi zhi jncxz', { minimum: 48, multiple: 24 })
const all = [hard, soft, pine, river]
const index = indexNames(all)
const products = new Map(all.map((product) => [product.productId, product]))
const judged = (text: string) => matchRows(readText(text), index, products)
const said = (text: string) =>
  judged(text).map(({ kind, productId, quantity }) => [kind, productId, quantity])

describe('a row names a product', () => {
  it.each([
    ['YL-1\t3'],
    ['yl1\t3'],
    ['6901234567892\t3'],
    ['云岭（硬红） 3'],
    ['云岭(硬红)3条'],
    ['云岭硬红 x3'],
    ['云岭 硬红＊３'],
    ['ylyh 3'],
    ['yunlingyinghong 3'],
    ['3条云岭硬红'],
    ['硬红 三条'],
    ['云岭硬紅红 3'],
    ['1\t云岭（硬红）\t3'],
    ['Product 1\t3'],
  ])('%j is three of the hard red', (text) => {
    expect(said(text)).toEqual([['matched', hard.productId, 3]])
  })

  it('a name that fits several asks which', () => {
    expect(judged('云岭 3')).toMatchObject([
      { kind: 'several', candidates: [hard.productId, soft.productId] },
    ])
    const choices = { products: new Map([[1, soft.productId]]), quantities: new Map() }
    const [chosen] = matchRows(readText('云岭 3'), index, products, choices)
    expect(chosen).toMatchObject({ kind: 'matched', productId: soft.productId, quantity: 3 })
  })

  it('a name no one has shows the nearest', () => {
    expect(judged('松凤软 3')).toMatchObject([{ kind: 'unknown', candidates: [pine.productId] }])
    expect(judged('可乐 3')).toMatchObject([{ kind: 'unknown', candidates: [] }])
  })
})

describe('a row says how much', () => {
  it.each([
    ['云岭硬红 2件', 100],
    ['云岭硬红 2 cases', 100],
    ['云岭硬红\t2件', 100],
    [`${caseCode}\t2`, 100],
    [`${caseCode}\t2条`, 2],
    ['云岭硬红 十二条', 12],
  ])('%j is %i cartons', (text, quantity) => {
    expect(said(text)).toEqual([['matched', hard.productId, quantity]])
  })

  it.each(['云岭硬红', '云岭硬红 0', '云岭硬红 1.5条', '云岭硬红 3箱'])('%j names what would do', (text) => {
    expect(judged(text)).toMatchObject([{ kind: 'quantity', productId: hard.productId, nearest: [1] }])
  })

  it('a wrong step names the two beside it', () => {
    expect(judged('江南春 50')).toMatchObject([{ kind: 'quantity', quantity: 50, nearest: [48, 72] }])
    const decided = { products: new Map(), quantities: new Map([[1, 72]]) }
    expect(matchRows(readText('江南春 50'), index, products, decided)).toMatchObject([
      { kind: 'matched', quantity: 72 },
    ])
  })

  it('more than there is stays wanted beside what is had', () => {
    const scarce = { ...pine, limit: { quantity: 4, shops: 15 } }
    const offered = new Map(products).set(pine.productId, scarce)
    const at = (text: string, decided?: number) => {
      const quantities = new Map(decided === undefined ? [] : [[1, decided]])
      return matchRows(readText(text), index, offered, { products: new Map(), quantities })
    }
    expect(at('松风 9')).toMatchObject([{ kind: 'quantity', nearest: [4, 0], wanted: 9 }])
    const line = { productId: pine.productId, quantity: 4, wanted: 9 }
    expect(linesOfRows(at('松风 9', 4))).toEqual([line])
    expect(linesOfRows(at('松风 5\n松风 4', 4))).toEqual([line])
    expect(linesOfRows(at('松风 9', 0))).toEqual([{ ...line, quantity: 0 }])
    expect(at('江南春 50')[0]).not.toHaveProperty('wanted')
  })

  it.each([
    ['x3', { count: 3, unit: '' }],
    ['3 件', { count: 3, unit: '件' }],
    ['一百二十条', { count: 120, unit: '条' }],
    ['6901234567892', undefined],
    ['云岭', undefined],
  ])('%j alone is %j', (cell, quantity) => {
    expect(quantityIn(cell)).toEqual(quantity)
  })
})

describe('many rows at once', () => {
  it('a chat line of several products is taken apart', () => {
    expect(said('云岭硬红3条、松风 2；江南春，48')).toEqual([
      ['matched', hard.productId, 3],
      ['matched', pine.productId, 2],
      ['matched', river.productId, 48],
    ])
  })

  it('a heading is passed over and names the columns', () => {
    const rows = readCells([
      ['序号', '品规', '订购量', '单价'],
      ['1', '松风（软）', '7', '85'],
      ['2', 'YL-1', '4', '128'],
    ])
    expect(matchRows(rows, index, products)).toMatchObject([
      { row: 2, kind: 'matched', productId: pine.productId, quantity: 7 },
      { row: 3, kind: 'matched', productId: hard.productId, quantity: 4 },
    ])
  })

  it('a product in several rows is summed once', () => {
    const verdicts = judged('松风 2\n云岭硬红 1\n松风（软）3')
    expect(verdicts).toMatchObject([{ quantity: 5 }, { quantity: 1 }, { joins: 1 }])
    expect(linesOfRows(verdicts)).toEqual([
      { productId: pine.productId, quantity: 5 },
      { productId: hard.productId, quantity: 1 },
    ])
  })

  it('a row beyond what an order holds is told', () => {
    const many = Array.from({ length: 502 }, (_, at) => aProduct(1000 + at, `商品 ${1000 + at}`, ''))
    const rows = readText([...many, ...many.slice(500)].map(({ code }) => `${code}\t1`).join('\n'))
    const verdicts = matchRows(rows, indexNames(many), new Map(many.map((one) => [one.productId, one])))
    const surplus = verdicts.filter(({ kind }) => kind === 'surplus').map(({ row }) => row)
    expect(surplus).toEqual([501, 502, 503, 504])
    expect(linesOfRows(verdicts)).toHaveLength(500)
  })

  it('two thousand rows of five thousand products are found', () => {
    const many = Array.from({ length: 5000 }, (_, at) =>
      aProduct(at, `品牌${at}号（软）`, `pin pai ${at} pp${at}`),
    )
    const rows = readText(Array.from({ length: 2000 }, (_, at) => `品牌${at}号 软 ${at + 1}`).join('\n'))
    const found = matchRows(rows, indexNames(many), new Map(many.map((one) => [one.productId, one])))
    expect(new Set(found.map(({ productId }) => productId)).size).toBe(2000)
    expect(found[1999]).toMatchObject({ productId: 'prd_1999', quantity: 2000 })
  })
})
