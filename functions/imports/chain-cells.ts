import type { Product } from '#shared/catalogue'
import { minorText, parseMoney } from '#shared/money'
import type { PriceBreak } from '#shared/price-rules'
import type { Codec } from './cell-rules.ts'

type Pack = Product['packs'][number]

const PACK = /^([^/=;@]+)(?:\/([^/=;@]+))?=\s*(\d{1,6})\s*(?:@\s*(\d{8,14}))?$/
const BREAK = /^(\d{1,6})\s*[:：]\s*(-?[\d.]+)$/

/** The larger units of a product, each of the one before: `件/case = 50; 箱/master case = 5 @12000020036633`. */
export const packsCell: Codec<Product['packs']> = {
  parse: (text) => {
    const packs = partsOf(text).map(packOf)
    return packs.every((pack) => pack !== undefined)
      ? { value: packs }
      : { code: 'imports.packs_invalid', facts: {} }
  },
  write: (packs) =>
    packs
      .map(({ unit, contains, barcode }) => {
        return `${unit.zh}/${unit.en} = ${contains}${barcode ? ` @${barcode}` : ''}`
      })
      .join('; '),
}

/** From which quantity on a unit costs what: `48: 125.00; 96: 120.00`. */
export const breaksCell: Codec<PriceBreak[]> = {
  parse: (text) => {
    const breaks = partsOf(text).map(breakOf)
    return breaks.every((each) => each !== undefined)
      ? { value: breaks }
      : { code: 'imports.breaks_invalid', facts: {} }
  },
  write: (breaks) => breaks.map(({ atLeast, price }) => `${atLeast}: ${minorText(price)}`).join('; '),
}

function partsOf(text: string): string[] {
  return text
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter(Boolean)
}

function packOf(part: string): Pack | undefined {
  const [, zh, en, contains, barcode] = PACK.exec(part) ?? []
  if (!zh || !contains || Number(contains) < 2) return undefined
  const unit = { zh: zh.trim(), en: (en ?? zh).trim() }
  return { unit, contains: Number(contains), ...(barcode && { barcode }) }
}

function breakOf(part: string): PriceBreak | undefined {
  const [, atLeast, written = ''] = BREAK.exec(part) ?? []
  const price = parseMoney(written)
  return atLeast && price !== undefined && price >= 0 ? { atLeast: Number(atLeast), price } : undefined
}
