// 23 letters without I, O and U, which are misheard or misread; 23 is prime, so one wrong digit or two swapped
// neighbours always change the remainder (10 and 1 differ modulo 23).
const letters = 'TRWAGMYFPDXBNJZSQVHLCKE'

/** The check letter of a row of digits.
 * @example checkCharacterOf('018327') // one of 23 letters */
export function checkCharacterOf(digits: string): string {
  let remainder = 0
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % letters.length
  return letters.charAt(remainder)
}

/** The order number that people say on the phone: the customer's short number, its running number, a check letter.
 * @example orderNumberOf(183, 27) // '0183-27' + check letter */
export function orderNumberOf(customerNumber: number, runningNumber: number): string {
  const customer = String(customerNumber).padStart(4, '0')
  return `${customer}-${runningNumber}${checkCharacterOf(`${customer}${runningNumber}`)}`
}

/** Reads a spoken order number back; undefined when the check letter is wrong or it is no number at all. */
export function partsOfOrderNumber(
  text: string,
): { customerNumber: number; runningNumber: number } | undefined {
  const match = /^\s*(\d{4,8})\s*-\s*([1-9]\d{0,7})([A-Z])\s*$/i.exec(text)
  if (!match?.[1] || !match[2] || !match[3]) return undefined
  if (checkCharacterOf(match[1] + match[2]) !== match[3].toUpperCase()) return undefined
  return { customerNumber: Number(match[1]), runningNumber: Number(match[2]) }
}
