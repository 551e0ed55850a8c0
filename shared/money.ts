/** Integer minor units (fen, pence) of the company's one currency. */
export type MinorUnits = number

export const currencies = ['CNY', 'GBP', 'USD', 'EUR'] as const
export type Currency = (typeof currencies)[number]

const MINOR_UNITS_IN_ONE = 100

/** Rounds to whole minor units, halves away from zero, after binary noise is shaved off.
 * @example roundMoney(100.5) // 101 */
export function roundMoney(minorUnits: number): MinorUnits {
  const shaved = Number(minorUnits.toPrecision(15))
  return Math.sign(shaved) * Math.round(Math.abs(shaved)) || 0
}

/** Reads a decimal like `128.00` into minor units, exactly, rounding half up from the third decimal.
 * Undefined when it is no such number or beyond what an integer holds exactly.
 * @example parseMoney('2.555') // 256 */
export function parseMoney(text: string): MinorUnits | undefined {
  const match = /^\s*(-?)(\d{1,12})(?:\.(\d{1,6}))?\s*$/.exec(text)
  if (!match?.[2]) return undefined
  const fraction = (match[3] ?? '').padEnd(3, '0')
  const minor =
    Number(match[2]) * MINOR_UNITS_IN_ONE + Number(fraction.slice(0, 2)) + (Number(fraction[2]) >= 5 ? 1 : 0)
  return match[1] ? -minor || 0 : minor
}

/** Writes minor units as a decimal with two places, for files.
 * @example minorText(-1250) // '-12.50' */
export function minorText(minorUnits: MinorUnits): string {
  const digits = String(Math.abs(minorUnits)).padStart(3, '0')
  return `${minorUnits < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The amount of a line: price a unit times quantity. Prices of history may hold a part of a minor unit; then the line
 * is rounded once. */
export function lineAmount(priceMinor: MinorUnits, quantity: number): MinorUnits {
  const amount = priceMinor * quantity
  return Number.isInteger(priceMinor) ? amount : roundMoney(amount)
}

/** Shares `total` out by `weights`, whole minor units, the rest to the largest remainders (first of equals).
 * @example shareOut(100, [1, 1, 1]) // [34, 33, 33] */
export function shareOut(total: MinorUnits, weights: readonly number[]): MinorUnits[] {
  const sum = weights.reduce((left, right) => left + right, 0)
  if (sum <= 0) return weights.map(() => 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const shares = exact.map(Math.floor)
  const rest = total - shares.reduce((left, right) => left + right, 0)
  const byRemainder = exact
    .map((value, at) => ({ at, remainder: value - Math.floor(value) }))
    .sort((left, right) => right.remainder - left.remainder || left.at - right.at)
  for (const { at } of byRemainder.slice(0, rest)) shares[at] = (shares[at] ?? 0) + 1
  return shares
}

/** Writes an amount for people, with its currency sign. Only pages, mails and files call this.
 * @example formatMoney(846000, 'CNY', 'zh') // '¥8,460.00' */
export function formatMoney(minorUnits: MinorUnits, currency: Currency, language: 'zh' | 'en'): string {
  return moneyFormat(currency, language).format(minorUnits / MINOR_UNITS_IN_ONE)
}

// Making a format costs far more than writing an amount, and a page writes hundreds.
const moneyFormats = new Map<string, Intl.NumberFormat>()

function moneyFormat(currency: Currency, language: 'zh' | 'en'): Intl.NumberFormat {
  const name = currency + language
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  const format = moneyFormats.get(name) ?? new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', style)
  moneyFormats.set(name, format)
  return format
}
