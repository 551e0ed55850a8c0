import { lineAmount, type MinorUnits, roundMoney } from './money.ts'

const BASIS_POINTS = 10_000

/** A line's money: what the price times the quantity comes to, the tax on it, and what is to be paid. */
export type LineMoney = { amount: MinorUnits; tax: MinorUnits; net: MinorUnits; gross: MinorUnits }

/** The money of a line. `taxRate` in basis points; with `isNet` the price is without tax, which is added on top.
 * Tax is rounded once a line.
 * @example lineMoney({ price: 1130, quantity: 1, taxRate: 1300 }) // { amount: 1130, tax: 130, net: 1000, gross: 1130 } */
export function lineMoney(line: {
  price: MinorUnits
  quantity: number
  taxRate?: number
  isNet?: boolean
}): LineMoney {
  const { price, quantity, taxRate = 0, isNet = false } = line
  const amount = lineAmount(price, quantity)
  const tax = roundMoney((amount * taxRate) / (isNet ? BASIS_POINTS : BASIS_POINTS + taxRate))
  return isNet
    ? { amount, tax, net: amount, gross: amount + tax }
    : { amount, tax, net: amount - tax, gross: amount }
}
