const LENGTHS: readonly number[] = [8, 12, 13, 14]
const FULL_LENGTH = 14

/** Why a text is no GTIN: not 8, 12, 13 or 14 digits, or a last digit that does not fit (`right` is what would). */
export type GtinFault = { wrong: 'length' } | { wrong: 'check-digit'; right: string }

/** What is wrong with a barcode number; undefined when it is a GTIN-8, -12, -13 or -14.
 * @example gtinFault('6901234567890') // { wrong: 'check-digit', right: '2' } */
export function gtinFault(text: string): GtinFault | undefined {
  if (!/^\d+$/.test(text) || !LENGTHS.includes(text.length)) return { wrong: 'length' }
  const right = gtinCheckDigit(text.slice(0, -1))
  return text.endsWith(right) ? undefined : { wrong: 'check-digit', right }
}

/** The last digit for these digits before it: weights 3 and 1 in turn from the right, up to the next ten
 * (GS1 General Specifications 7.9).
 * @example gtinCheckDigit('629104150021') // '3' */
export function gtinCheckDigit(digitsBefore: string): string {
  const sum = [...digitsBefore]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}

/** A GTIN of any length as 14 digits, so that the same thing compares equal. */
export function fullGtin(gtin: string): string {
  return gtin.padStart(FULL_LENGTH, '0')
}
