import { type Currency, formatMoney } from '#shared/money'
import { toldOrderTexts as texts } from '#shared/texts/told-orders'
import { useSay } from '../../components/language-context.ts'
import { partsOf, plainWords } from '../../components/record-words.ts'

/** How the fields of something ordered read in its history: money with its unit, lines as quantity and amount. */
export function useLineWords(currency: Currency): (field: string, value: unknown) => string {
  const { t, language } = useSay()
  const money = (value: unknown) => (typeof value === 'number' ? formatMoney(value, currency, language) : '')
  return (field, value) => {
    if (field === 'total') return money(value)
    if (!field.startsWith('line ')) return plainWords(value, language)
    const { quantity, wanted, amount, note } = partsOf(value)
    if (quantity === undefined) return ''
    const isShort = wanted !== undefined && wanted !== quantity
    const more = isShort && t(texts.wantedMore, { wanted: String(wanted) })
    return [String(quantity), more, money(amount), note].filter(Boolean).join(' · ')
  }
}
