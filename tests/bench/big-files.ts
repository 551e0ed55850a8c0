// Invented files of any number of rows, made while they are written, so that nobody holds them.
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sheetBytes } from '#platform/sheets/write-sheet'
import { randomOf } from '../support/seeded-chance.ts'

const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗']
const words = ['福', '来', '万', '家', '云', '岭', '金', '桥', '长', '乐', '新', '盛', '东', '源', '和', '顺']
const formats = ['便利店', '超市', '烟酒店', '食杂店']

const customerHeading = [
  '客户编码',
  '名称',
  '许可证号',
  '许可证到期日',
  '业态',
  '地址',
  '所属单位',
  '订货批次',
]
const customerRest = ['档位', '信用额度', '余额', '店主姓名', '店主手机']
const productHeading = [
  '商品编码',
  '名称',
  '英文名称',
  '品牌',
  '单位',
  '英文单位',
  '大单位',
  '起订量',
  '订货倍数',
  '税率（%）',
]

function* customerRows(count: number): Generator<string[]> {
  const chance = randomOf(1)
  const one = (of: readonly string[]) => of[Math.floor(chance() * of.length)] ?? ''
  for (let at = 1; at <= count; at++) {
    const place = String(at).padStart(8, '0')
    const who = [
      `5301${place}`,
      `${one(words)}${one(words)}${one(words)}商店`,
      `53010210${place}`,
      '2028-12-31',
    ]
    const where = [one(formats), `人民路 ${at} 号`, chance() < 0.5 ? 'hq/53/5301' : 'hq/53/5302', 'weekly-1']
    const standing = [String(1 + (at % 30)), '5000.00', `${at % 9000}.50`]
    yield [...who, ...where, ...standing, `${one(surnames)}${one(words)}`, `+86138${place}`]
  }
}

function* productRows(count: number): Generator<string[]> {
  const chance = randomOf(2)
  const one = (of: readonly string[]) => of[Math.floor(chance() * of.length)] ?? ''
  for (let at = 1; at <= count; at++) {
    const brand = `${one(words)}${one(words)}`
    const named = [productCode(at), `${brand}（${one(words)}${at}）`, `Article ${at}`, brand]
    yield [...named, '条', 'carton', '件/case = 50', '2', '2', '13']
  }
}

/** The code of a product that `writeLimits` names, from 1 on. */
export function limitedCode(at: number): string {
  return `XL-${String(at).padStart(6, '0')}`
}

function productCode(at: number): string {
  return `SP-${String(at).padStart(6, '0')}`
}

/** How many grades the limits of one product are for. */
export const GRADES = 30

/** A file of customers, each with its owner, as CSV in GB18030. */
export async function writeCustomers(path: string, count: number): Promise<void> {
  const encode = gb18030Encoder()
  const lines = function* () {
    yield encode(`${[...customerHeading, ...customerRest].join(',')}\r\n`)
    for (const row of customerRows(count)) yield encode(`${row.join(',')}\r\n`)
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

/** A workbook of products. */
export async function writeProducts(path: string, count: number): Promise<void> {
  const columns = productHeading.map((title) => ({ title }))
  const bytes = sheetBytes('xlsx', { name: '商品', columns, rows: productRows(count) })
  await pipeline(Readable.from(bytes), createWriteStream(path))
}

/** What each of the customers of `writeCustomers` owes or has, other than it came in with. */
export function writeBalances(path: string, count: number): Promise<void> {
  return writeRows(
    path,
    '客户编码,期初余额',
    count,
    (at) => `5301${String(at).padStart(8, '0')},${at % 700}.25`,
  )
}

/** A price for each of the products of `writeProducts`. */
export function writePrices(path: string, count: number): Promise<void> {
  return writeRows(path, '商品编码,价格', count, (at) => `${productCode(at)},${100 + (at % 900)}.00`)
}

/** The limits of a cycle, of each grade for so many products that there are `count` rows. */
export function writeLimits(path: string, count: number, cycleId: string): Promise<void> {
  const code = (at: number) => limitedCode(1 + Math.floor((at - 1) / GRADES))
  return writeRows(path, '订货周期,商品编码,档位,每户限量', count, (at) =>
    [cycleId, code(at), 1 + (at % GRADES), 2 * (at % 40)].join(','),
  )
}

async function writeRows(path: string, heading: string, count: number, row: (at: number) => string) {
  const lines = function* () {
    yield `${heading}\r\n`
    for (let at = 1; at <= count; at++) yield `${row(at)}\r\n`
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

/** Node decodes GB18030 and does not encode it: its characters of two bytes are found by decoding all of them. */
function gb18030Encoder(): (text: string) => Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, Buffer>()
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const bytes = Buffer.of(first, second)
      bytesOf.set(decoder.decode(bytes), bytes)
    }
  }
  return (text) =>
    Buffer.concat([...text].map((letter) => (letter < '\u0080' ? Buffer.from(letter) : gbOf(letter))))

  function gbOf(letter: string): Buffer {
    const bytes = bytesOf.get(letter)
    if (!bytes) throw new Error(`${letter} has no two bytes in GB18030`)
    return bytes
  }
}
