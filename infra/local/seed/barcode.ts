// Makes barcodes that no other company can own.
import { gtinCheckDigit } from '../../../shared/gtin.ts'

/** A GTIN-13 of the range for use inside a company (prefix 20–29), with its check digit. */
export function inStoreBarcode(prefix: number, number: number): string {
  const body = `${prefix}${String(number).padStart(10, '0')}`
  return body + gtinCheckDigit(body)
}
