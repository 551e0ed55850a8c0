/** A number with the unit that someone wrote behind it; `rest` is what stands behind both, as 3条 in 1件3条. */
export type WrittenQuantity = { count: number; unit: string; rest?: WrittenQuantity }

const MOST_DIGITS = 6
const digits: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 },
  ...{ 六: 6, 七: 7, 八: 8, 九: 9 },
}
const steps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }

/** The source of a pattern that finds a count: digits (`1200`, `1.2万`) or Chinese (`两千五`). 千克 and 千米 are units. */
export const NUMBER = String.raw`(?:\d+(?:\.\d+)?(?:[百万]|千(?![克米瓦]))?|(?:[零〇一二两三四五六七八九十百万]|千(?![克米瓦]))+)`

/** Chinese words that count things, one character each. */
export const COUNTERS = '条件箱盒包支个只米卷根套台把瓶袋桶张块双对组打片提听罐斤盘捆扎份颗粒枚轴'

const STEP = String.raw`${NUMBER}\s*(?:[${COUNTERS}]|[a-z]{2,8}(?![a-z])\.?)`
/** The source of a pattern that finds a quantity in units of several sizes: `1件3条`, `1 case + 3 cartons`. */
export const STEPS = String.raw`${STEP}(?:\s*(?:[+加零又]|and\s)?\s*${STEP}){1,2}`
/** The same written as one word, which cannot be the end of one phrase and the beginning of the next. */
export const CLOSE_STEPS = `${STEP}(?:零?${STEP}){1,2}`

const whole = new RegExp(String.raw`^[x×*=:]?\s*(${NUMBER})\s*(?:[x×*](?![a-z])\s*)?(\p{L}{0,8})\.?$`, 'iu')
const wholeSteps = new RegExp(`^${STEPS}$`, 'iu')
const eachStep = new RegExp(String.raw`(${NUMBER})\s*([${COUNTERS}]|[a-z]{2,8})`, 'giu')
// A group of three behind a letter belongs to a code, as in `A2,300`.
const grouped = /(?<![A-Za-z\d.,，_/-])\d{1,3}(?:[,，]\d{3})+(?!\d)/g
const invisible = /\p{Cf}|\p{Variation_Selector}/gu
const money =
  /^(?:[¥$€£]|rmb|cny|usd)\s*-?\d[\d.,]*$|^-?\d[\d.,]*\s*(?:元|块钱|rmb|cny|usd|[¥$€£])(?:\s*\/\s*\p{L}+)?$/iu

/** A text without what nobody sees, and with thousands as Excel groups them read as one number.
 * @example withoutGroups('云岭 1,200 条') // '云岭 1200 条' */
export function withoutGroups(text: string): string {
  return text
    .replace(invisible, '')
    .replace(grouped, (digitsOfGroups) => digitsOfGroups.replace(/[,，]/g, ''))
}

/** A text in plain width, trimmed, its thousands read. */
export function plainText(text: string): string {
  return withoutGroups(text).normalize('NFKC').trim()
}

/** The quantity that a cell is, when it is nothing else.
 * @example quantityIn('x3 件') // { count: 3, unit: '件' } */
export function quantityIn(cell: string): WrittenQuantity | undefined {
  const plain = plainText(cell)
  if (isMoney(plain)) return undefined
  if (wholeSteps.test(plain)) return stepsOf(plain)
  const [, count, unit = ''] = whole.exec(plain) ?? []
  const read = count === undefined ? undefined : countOf(count)
  return read === undefined ? undefined : { count: read, unit }
}

/** A quantity in units of several sizes; `text` is what `STEPS` found.
 * @example stepsOf('1件3条') // { count: 1, unit: '件', rest: { count: 3, unit: '条' } } */
export function stepsOf(text: string): WrittenQuantity | undefined {
  return [...text.matchAll(eachStep)].reduceRight<WrittenQuantity | undefined>(
    (rest, [, count = '', unit = '']) => {
      const read = countOf(count)
      return read === undefined ? undefined : { count: read, unit, ...(rest && { rest }) }
    },
    undefined,
  )
}

/** True for what is written as money: `¥12.00`, `12 元/条`. */
export function isMoney(cell: string): boolean {
  return money.test(cell.normalize('NFKC').trim())
}

/** A count in digits or in Chinese; undefined when it is too long to be one, as a barcode, or two digits stand side by
 * side, as in 三五条 (three to five).
 * @example countOf('两千五') // 2500 */
export function countOf(text: string): number | undefined {
  const [, plain, step = ''] = /^(\d[\d.]*)([百千万]?)$/.exec(text) ?? []
  if (plain === undefined) return chineseCount(text)
  if (plain.length > MOST_DIGITS) return undefined
  return Math.round(Number(plain) * (steps[step] ?? 1) * 1000) / 1000
}

function chineseCount(text: string): number | undefined {
  let [sum, section, last] = [0, 0, 1]
  let digit: number | undefined
  for (const character of text) {
    const step = steps[character]
    if (step === undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = digits[character] ?? 0
      if (digit === 0) last = 1
      continue
    }
    if (step === 10_000) [sum, section] = [sum + (section + (digit ?? 0) || 1) * step, 0]
    else section += (digit || 1) * step
    ;[digit, last] = [undefined, step]
  }
  // 两千五 is 2,500: a digit at the end is of the next step down.
  return sum + section + (digit ?? 0) * (last > 10 ? last / 10 : 1)
}
