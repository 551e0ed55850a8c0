// Makes barcodes that no other company can own.

/** An EAN-13 of the range for use inside a company (prefix 20–29), with its check digit. */
export function inStoreBarcode(prefix: number, number: number): string {
  const body = `${prefix}${String(number).padStart(10, '0')}`
  return body + checkDigitOf(body)
}

/** The 13th digit of twelve: weights 1 and 3 in turn, up to the next ten (GS1 General Specifications 7.9). */
export function checkDigitOf(twelveDigits: string): string {
  const sum = [...twelveDigits].reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3),
    0,
  )
  return String((10 - (sum % 10)) % 10)
}
