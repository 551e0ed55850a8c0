import { useQuery } from '@tanstack/react-query'
import { formatMoney } from '#shared/money'
import { priceTexts as texts } from '#shared/texts/prices'
import { useSay } from '../../components/language-context.ts'
import { partsOf, plainWords, type RecordWords } from '../../components/record-words.ts'
import { formatFullDay } from '../../formats.ts'
import { companyQuery } from '../accounts/account-queries.ts'

const { from, until, breaks, minimum, multiple } = texts

/** How a row of prices reads in its history. */
export function usePriceWords(): RecordWords {
  const { t, language } = useSay()
  const { data: company } = useQuery(companyQuery)
  const day = (value: unknown) => (typeof value === 'string' ? formatFullDay(value, language) : '')
  const money = (value: unknown) =>
    typeof value === 'number' && company ? formatMoney(value, company.currency, language) : ''
  const breakWords = (value: unknown) =>
    (Array.isArray(value) ? value.map(partsOf) : [])
      .map(({ atLeast, price }) =>
        atLeast === 1 ? money(price) : t(texts.breakAt, { count: atLeast, price: money(price) }),
      )
      .join('；')
  const readings = new Map([
    ['from', day],
    ['until', day],
    ['breaks', breakWords],
  ])
  return {
    names: { from, until, breaks, minimum, multiple },
    wordsFor: (field, value) => readings.get(field)?.(value) ?? plainWords(value, language),
  }
}
