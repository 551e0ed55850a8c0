import type { Language, Text } from '#shared/languages'
import { type Currency, formatMoney } from '#shared/money'
import type { PriceRowField } from '#shared/prices'
import { priceTexts as texts } from '#shared/texts/prices'
import { useSay } from '../../components/language-context.ts'
import { formatFullDay } from '../../formats.ts'
import { say } from '../../say.ts'

/** On which days a row holds, in words. */
export function validityWords({ from, until }: PriceRowField, language: Language): string {
  const words = (text: Text, day: string) => say(text, language, { date: formatFullDay(day, language) })
  if (!from && !until) return say(texts.always, language)
  return [from && words(texts.fromDay, from), until && words(texts.untilDay, until)]
    .filter(Boolean)
    .join(' · ')
}

/** On which days a row holds. */
export function Validity({ row }: { row: PriceRowField }) {
  const { language } = useSay()
  return validityWords(row, language)
}

/** The price of one unit, and from which quantity on it is another. */
export function Breaks({ row, currency }: { row: PriceRowField | undefined; currency: Currency }) {
  const { t, language } = useSay()
  const [base, ...breaks] = row?.breaks ?? []
  if (!base) return <span className="facts">{t(texts.noPrice)}</span>
  return (
    <>
      {formatMoney(base.price, currency, language)}
      {breaks.map(({ atLeast, price }) => (
        <span key={atLeast} className="facts block">
          {t(texts.breakAt, { count: atLeast, price: formatMoney(price, currency, language) })}
        </span>
      ))}
    </>
  )
}
