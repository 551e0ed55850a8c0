// Packs and prices of the invented products: what larger quantities cost, what rises, what was agreed.
import { gtinCheckDigit } from '../../../shared/gtin.ts'
import type { PriceBreak } from '../../../shared/price-rules.ts'
import { addDays, type BusinessDate } from '../../../shared/time.ts'
import type { Pack } from '../../../shared/unit-chain.ts'
import type { Company, Fen, Preset, SeedProduct } from './demonstration-company.ts'

const CASE = { zh: '件', en: 'case' }
const BOX = { zh: '箱', en: 'master case' }
const CASES_A_BOX = 5
/** Share of the price that is paid from so many cases on. */
const LADDER = [
  { cases: 1, share: 0.97 },
  { cases: 10, share: 0.94 },
]
const RISE = 1.05
const AGREED_SHARE = 0.88
const AGREED_PRODUCTS = 3

/** 条 in 件 in 箱 for supplied goods, a case for traded ones; a case carries the product's number as GTIN-14. */
export function packsOf({ unitsPerCase, barcode }: SeedProduct, preset: Preset): Pack[] {
  if (unitsPerCase < 2) return []
  const body = `1${barcode.slice(0, -1)}`
  const inCase = { unit: CASE, contains: unitsPerCase, barcode: body + gtinCheckDigit(body) }
  return preset === 'supplied' ? [inCase, { unit: BOX, contains: CASES_A_BOX }] : [{ ...inCase, unit: BOX }]
}

/** A price that falls from one case on, and again from ten. */
export function breaksOf({ unitsPerCase }: SeedProduct, price: Fen): PriceBreak[] {
  const steps = LADDER.filter(({ cases }) => cases * unitsPerCase > 1)
  const lower = steps.map(({ cases, share }) => ({
    atLeast: cases * unitsPerCase,
    price: inTens(price * share),
  }))
  return [{ atLeast: 1, price }, ...lower]
}

/** The first traded product costs more from the first of next month on. */
export function risenPrice({ preset, products, priceClasses }: Company, today: BusinessDate) {
  const [[product], [list]] = [products, priceClasses]
  if (preset !== 'traded' || !product || !list) return undefined
  const price = product.priceFen[list.code] ?? 0
  return {
    list: list.code,
    code: product.code,
    from: firstOfNextMonth(today),
    breaks: breaksOf(product, inTens(price * RISE)),
  }
}

/** What the customer that is shown has agreed on: the first products of its class, lower. */
export function agreedPrices({ preset, products, customers, demonstration }: Company) {
  const customer = customers.find(({ code }) => code === demonstration.customerCode)
  if (preset !== 'traded' || !customer) return []
  return products
    .filter(({ state }) => state === 'on-sale')
    .slice(0, AGREED_PRODUCTS)
    .map((product) => ({
      code: product.code,
      breaks: breaksOf(product, inTens((product.priceFen[customer.priceClass] ?? 0) * AGREED_SHARE)),
    }))
}

function firstOfNextMonth(today: BusinessDate): BusinessDate {
  let day = addDays(today, 1)
  while (!day.endsWith('-01')) day = addDays(day, 1)
  return day
}

function inTens(fen: number): Fen {
  return Math.round(fen / 10) * 10
}
