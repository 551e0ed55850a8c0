import type { Language, Text } from '#shared/languages'
import { type Currency, formatMoney } from '#shared/money'

type Member = { price: number; unit: Text }
type Said = { currency: Currency; language: Language }

/** What people call a price band: from the lowest to the highest price of what is in it, by the unit on sale where all
 * have the same. Undefined when nothing in it has a price; prices are in minor units.
 * @example bandName([{ price: 18000, unit }, { price: 22800, unit }], { currency: 'CNY', language: 'zh' }) // '¥180.00–¥228.00 / 条' */
export function bandName(members: readonly Member[], { currency, language }: Said): string | undefined {
  const [first] = members
  if (!first) return undefined
  const prices = members.map(({ price }) => price)
  const ends = [...new Set([Math.min(...prices), Math.max(...prices)])]
  const range = ends.map((price) => formatMoney(price, currency, language)).join('–')
  const unit = first.unit[language]
  return unit && members.every((one) => one.unit[language] === unit) ? `${range} / ${unit}` : range
}
