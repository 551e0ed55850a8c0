import { describe, expect, it } from 'vitest'
import type { ProductId } from '#shared/ids'
import { matchRows, type RowChoices } from '#shared/match-rows'
import { indexNames } from '#shared/name-index'
import { readText } from '#shared/read-rows'
import type { MatchedProduct } from '#shared/row-verdicts'

type Numbers = Pick<MatchedProduct, 'price' | 'packs'>
const carton = { zh: '条', en: 'carton' }
const piece = { zh: '只', en: 'piece' }
const roll = { zh: '卷', en: 'roll' }
const inCases: Numbers = { price: 12_800, packs: [{ unit: { zh: '件', en: 'case' }, contains: 50 }] }

const all = [
  aProduct('YL-4543', '云岭（硬）', 'Cloud Ridge (hard)', carton, { price: 1200 }),
  aProduct('YL-7628', '云岭（软）', 'Cloud Ridge (soft)', carton, inCases),
  aProduct('YL-5294', '云岭（细支）', 'Cloud Ridge (slim)', carton),
  aProduct('YL-2031', '云岭（硬红）', 'Cloud Ridge (hard red)', carton),
  aProduct('JN-2022', '江南春（硬）', 'Jiangnan Spring (hard)', carton),
  aProduct('JN-8085', '江南春（软）', 'Jiangnan Spring (soft)', carton),
  aProduct('JN-1107', '江南春（细支）', 'Jiangnan Spring (slim)', carton),
  aProduct('DL-1001', '岳衡 小型断路器 1P C10', 'Yueheng Miniature breaker 1P C10', piece, { price: 1000 }),
  aProduct('DL-1027', '岳衡 小型断路器 1P C20', 'Yueheng Miniature breaker 1P C20', piece, { price: 1050 }),
  aProduct('BV-4394', '岳衡 单芯线 BV 4 蓝', 'Yueheng Single-core wire BV 4 blue', roll),
  aProduct('XG-5681', '恒屿 电工线管 PVC 16', 'Hengyu Electrical conduit PVC 16', roll),
  aProduct('22423', '启澜 蛋糕架', 'Qilan Cake stand', piece),
]
const index = indexNames(all)
const products = new Map(all.map((product) => [product.productId, product]))

function aProduct(
  code: string,
  zh: string,
  en: string,
  unit: { zh: string; en: string },
  more: Partial<Numbers> = {},
): MatchedProduct {
  const productId: ProductId = `prd_${code}`
  const offer = { price: 700, minimum: 1, multiple: 1, usedElsewhere: 0 }
  return { productId, code, name: { zh, en }, pinyin: '', unit, ...offer, ...more }
}

/** What is said of a text, shortly: the code and quantity of a clear row, else what is asked. */
function said(text: string, choices?: RowChoices): string {
  const verdicts = matchRows(readText(text), index, products, choices)
  return verdicts
    .map(({ kind, productId, quantity, numbers }) => {
      const code = productId && products.get(productId)?.code
      if (numbers) return `${code} which of ${numbers.map((number) => number.quantity).join(' ')}`
      return kind === 'matched' ? `${code} ${quantity}` : `${code ? `${code} ` : ''}${kind}`
    })
    .join(', ')
}

describe('a table without a heading', () => {
  it.each([
    ['1\tDL-1027\tpiece\t24\t10.50\t252.00', 'DL-1027 24'],
    ['YL-4543\t云岭（硬）\t2\t12.00\t24.00', 'YL-4543 2'],
    ['DL-1027\t35.5\t24\t10.50\t369.5', 'DL-1027 24'],
    ['YL-4543\t2\t12\t24', 'YL-4543 2'],
    ['DL-1001\t24\tpiece\t10\t240', 'DL-1001 24'],
    ['DL-1027\t岳衡 小型断路器 1P C20\t24只\t¥10.50', 'DL-1027 24'],
    ['YL-7628\t2\t件', 'YL-7628 100'],
    ['YL-7628\t件\t2', 'YL-7628 100'],
    ['YL-4543\t2\t箱', 'YL-4543 quantity'],
    ['3\tYL-4543\t24\n4\tYL-7628\t36', 'YL-4543 24, YL-7628 36'],
    ['云岭\t硬红\t3', 'YL-2031 3'],
    ['22423\t6', '22423 6'],
    ['DL-1027,24,10.50,252.00\nDL-1001,12,10.00,120.00', 'DL-1027 24, DL-1001 12'],
    ['DL-1027   24   10.50   252.00', 'DL-1027 24'],
    ['| 云岭（硬） | 3 |', 'YL-4543 3'],
    ['YL-4543\t3 × carton', 'YL-4543 3'],
    ['YL-4543\t2\t¥12.00\t¥24.00\n合计\t2\t\t¥24.00', 'YL-4543 2'],
  ])('%j is read as %s', (text, verdicts) => {
    expect(said(text)).toBe(verdicts)
  })

  it.each([
    ['YL-5294\t12\t24', 'YL-5294 which of 12 24'],
    ['7\tYL-5294\t24', 'YL-5294 which of 7 24'],
    ['YL-5294\t24.00', 'YL-5294 which of 24'],
    ['YL-5294\t24\t10\t240', 'YL-5294 which of 24 10'],
    ['1\t云岭（硬）\n2\t云岭（软）', 'YL-4543 which of 1, YL-7628 which of 2'],
    ['YL-4543\t云岭（软）\t3', 'several'],
    ['YL-4543\t3\t取消', 'YL-4543 which of 3'],
    ['YL-4543\t12.50', 'YL-4543 quantity'],
  ])('%j is asked about: %s', (text, verdicts) => {
    expect(said(text)).toBe(verdicts)
  })

  it('one odd row leaves its column to the others', () => {
    const rows = ['YL-4543\t条\t3\t40', 'YL-7628\t条\t4\t50', 'JN-2022\t条\t\t60']
    expect(said(rows.join('\n'))).toBe('YL-4543 3, YL-7628 4, JN-2022 quantity')
  })

  it('a column told once is that of all rows', () => {
    const text = 'YL-4543\t12\t24\nYL-7628\t10\t36'
    const verdicts = matchRows(readText(text), index, products)
    const column = verdicts[0]?.numbers?.[1]?.column
    expect(said(text, { products: new Map(), quantities: new Map(), column: column ?? -1 })).toBe(
      'YL-4543 24, YL-7628 36',
    )
  })
})

describe('a table with a heading', () => {
  it.each([
    [
      '序号\t名称\t单位\t数量\t单价\t金额\n1\t云岭（硬）\t条\t3\t12.00\t36.00\n合计\t\t\t3\t\t36.00',
      'YL-4543 3',
    ],
    ['商品\t库存数量\t订货数量\n云岭（硬）\t90\t3', 'YL-4543 3'],
    ['Item\tUnit\tPrice\tQty\nCloud Ridge (soft)\tcase\t6400\t2', 'YL-7628 100'],
    ['编码\t件数\nYL-7628\t2', 'YL-7628 100'],
    ['编码\t数量（件）\nYL-7628\t2\nYL-4543\t2', 'YL-7628 100, YL-4543 quantity'],
    ['编码,名称,数量\nYL-4543,云岭（硬）,24', 'YL-4543 24'],
    ['十一月订货单\n编码\t数量\nYL-4543\t24', 'YL-4543 24'],
  ])('%j is read as %s', (text, verdicts) => {
    expect(said(text)).toBe(verdicts)
  })
})

describe('a message of a chat', () => {
  it.each([
    ['云岭（硬红） 1,000条', 'YL-2031 1000'],
    ['DL-1001\t1,200', 'DL-1001 1200'],
    ['云岭（硬）一千条，云岭（软） 两千五', 'YL-4543 1000, YL-7628 2500'],
    ['DL-1001 1.2万', 'DL-1001 12000'],
    ['DL-1001 24 DL-1027 12', 'DL-1001 24, DL-1027 12'],
    ['云岭（硬）2，云岭（软）300', 'YL-4543 2, YL-7628 300'],
    ['YL-4543,200', 'YL-4543 200'],
    ['云岭（硬红）2条 江南春（细支） 三条', 'YL-2031 2, JN-1107 3'],
    ['云岭（硬红）2条  江南春（细支）3', 'YL-2031 2, JN-1107 3'],
    ['云岭硬红2条。江南春细支三条。', 'YL-2031 2, JN-1107 3'],
    ['云岭软2条江南春硬3条', 'YL-7628 2, JN-2022 3'],
    ['2条云岭（软） 3条江南春硬', 'YL-7628 2, JN-2022 3'],
    ['云岭（硬）2 江南春（细支）3', 'YL-4543 2, JN-1107 3'],
    ['1、云岭（软）2条\n2、江南春（硬）3条', 'YL-7628 2, JN-2022 3'],
    ['①云岭（硬）2条 ②云岭（软）3条', 'YL-4543 2, YL-7628 3'],
    ['1 云岭（硬）2条\n2 云岭（软）3条', 'YL-4543 2, YL-7628 3'],
    ['江南春（软）、云岭（细支）各两条', 'JN-8085 2, YL-5294 2'],
    ['云岭（硬）两条，江南春（硬）和江南春（软）各要3条', 'YL-4543 2, JN-2022 3, JN-8085 3'],
    ['云岭（硬）、岳衡 单芯线 BV 4 蓝 各2', 'YL-4543 2, BV-4394 2'],
    ['老板，云岭（软）2条，谢谢', 'YL-7628 2'],
    [
      '张三 14:02\n云岭（软）2条\n\n李四 2026/11/23 下午 2:05\n来3条江南春（硬）\n谢谢老板！',
      'YL-7628 2, JN-2022 3',
    ],
    ['张三: 云岭（软）2条', 'YL-7628 2'],
    ['我要云岭（硬）2条 还要江南春（细支）3条', 'YL-4543 2, JN-1107 3'],
    ['云岭（软）要2条', 'YL-7628 2'],
    ['云岭（软）　２条', 'YL-7628 2'],
    ['云岭（软）*2', 'YL-7628 2'],
    ['2 x DL-1001', 'DL-1001 2'],
    ['DL-1001 岳衡 小型断路器 1P C10 x 24', 'DL-1001 24'],
    ['DL-1001 24 pcs @10.50', 'DL-1001 24'],
    ['云岭（硬） ¥12 3条', 'YL-4543 3'],
    ['云岭（软）（2条）', 'YL-7628 2'],
    ['云岭（软） 2件', 'YL-7628 100'],
    ['恒屿 电工线管 PVC 16 5卷', 'XG-5681 5'],
    ['云岭（硬）2条\n合计 2\n共2条', 'YL-4543 2'],
    [
      'Hi, please send 3 cartons Cloud Ridge (hard) and 2 cartons Cloud Ridge (soft). Thanks',
      'YL-4543 3, YL-7628 2',
    ],
    ['Cloud Ridge (hard), Cloud Ridge (soft) 2 each', 'YL-4543 2, YL-7628 2'],
    ['云岭软 1件3条', 'YL-7628 53'],
    ['云岭（软）一件零三条', 'YL-7628 53'],
    ['云岭软，1件3条', 'YL-7628 53'],
    ['云岭软 1件 3条', 'YL-7628 53'],
    ['1件3条云岭软', 'YL-7628 53'],
    ['YL-7628\t2件10条', 'YL-7628 110'],
    ['云岭软1件3条 江南春硬2条', 'YL-7628 53, JN-2022 2'],
    ['1件3条云岭软 2条江南春硬', 'YL-7628 53, JN-2022 2'],
    ['Cloud Ridge (soft) 1 case + 3 cartons', 'YL-7628 53'],
    ['云岭（软）\n3条\n江南春（硬）\n2', 'YL-7628 3, JN-2022 2'],
    ['张三 14:02\n云岭（软）\n1件3条\n谢谢', 'YL-7628 53'],
    ['1、云岭软\n3条\n2、江南春硬\n2条', 'YL-7628 3, JN-2022 2'],
    ['DL-1001x24 DL-1027x12', 'DL-1001 24, DL-1027 12'],
    ['DL-1001*24 DL-1027 × 12 YL-7628×3', 'DL-1001 24, DL-1027 12, YL-7628 3'],
    ['24xDL-1001 12xDL-1027', 'DL-1001 24, DL-1027 12'],
  ])('%j is read as %s', (text, verdicts) => {
    expect(said(text)).toBe(verdicts)
  })

  it.each([
    ['取消：云岭（硬）3条', 'unknown'],
    ['上次：云岭（硬）3条', 'unknown'],
    ['不要云岭（硬），云岭（软）2条', 'unknown, YL-7628 2'],
    ['共3条云岭（硬）', 'unknown'],
    ['云岭（硬红）3-5条', 'unknown'],
    ['云岭（硬红）三五条', 'unknown'],
    ['云岭（硬红） -3条', 'several'],
    ['退云岭（硬红）3条', 'several'],
    ['云岭硬红3条改2条', 'unknown'],
    ['云岭硬红3, 5', 'YL-2031 which of 3 5'],
    ['云岭硬红 12元', 'YL-2031 quantity'],
    ['线管 PVC 16', 'XG-5681 quantity'],
    ['小型断路器 1P C10只', 'several'],
    ['2、', 'unknown'],
    ['云岭（硬）2条 没有的东西 3条', 'YL-4543 2, unknown'],
    ['云岭（硬）A2，B300', 'several, unknown'],
    ['云岭硬 1件3条', 'YL-4543 quantity'],
    ['云岭软 3条1件', 'YL-7628 quantity'],
    ['云岭软 3条5条', 'YL-7628 quantity'],
    ['云岭软2件3条江南春硬', 'unknown'],
    ['3条\n云岭（软）\n2条\n江南春（硬）', 'unknown, YL-7628 quantity, unknown, JN-2022 quantity'],
    [
      '老张店\n3条\n云岭（软）\n2条\n江南春（硬）',
      'unknown, unknown, YL-7628 quantity, unknown, JN-2022 quantity',
    ],
    ['云岭软\n12.00\n江南春硬\n13.00', 'YL-7628 quantity, unknown, JN-2022 quantity, unknown'],
    ['云岭软2条\n3条', 'YL-7628 which of 2 3'],
    ['启澜 蛋糕架\n22423', '22423 which of 22423'],
    ['DL-1001x24 没有的东西x12', 'unknown'],
  ])('%j is not called clear: %s', (text, verdicts) => {
    expect(said(text)).toBe(verdicts)
  })
})
