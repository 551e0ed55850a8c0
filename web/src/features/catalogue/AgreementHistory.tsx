import { useQueries } from '@tanstack/react-query'
import { isFieldChange } from '#shared/history'
import type { CustomerId } from '#shared/ids'
import { priceTexts as texts } from '#shared/texts/prices'
import { useSay } from '../../components/language-context.ts'
import { partsOf, type RecordWords } from '../../components/record-words.ts'
import { usePages } from '../../components/use-pages.ts'
import { RecordHistory } from '../records/RecordHistory.tsx'
import { historyPages } from '../records/record-queries.ts'
import { productQuery } from './catalogue-queries.ts'
import { usePriceWords } from './use-price-words.ts'

/** What became of the agreement with a customer: each row with the name of its product. */
export function AgreementHistory({ customerId }: { customerId: CustomerId }) {
  const { language } = useSay()
  const place = { path: `/customers/${customerId}/agreement`, queryKey: ['agreement', customerId] }
  const { items } = usePages(...historyPages(place))
  const rowsOf = (value: unknown) => (Array.isArray(value) ? value.map(partsOf) : [])
  const named = (items ?? []).flatMap(({ change: { rows } }) =>
    isFieldChange(rows) ? [...rowsOf(rows.from), ...rowsOf(rows.to)] : [],
  )
  const ids = [...new Set(named.map(({ productId }) => String(productId)))]
  const products = useQueries({ queries: ids.map((id) => ({ ...productQuery(id), staleTime: 600_000 })) })
  const names = new Map(ids.map((id, at) => [id, products[at]?.data?.name[language] ?? id]))
  const { wordsFor } = usePriceWords()
  const rowWords = (row: ReturnType<typeof partsOf>) =>
    [
      names.get(String(row.productId)) ?? String(row.productId),
      ...['from', 'until', 'breaks'].map((field) => wordsFor(field, row[field])),
    ]
      .filter(Boolean)
      .join(' · ')
  const words: RecordWords = {
    names: { rows: texts.agreement },
    wordsFor: (_, value) => rowsOf(value).map(rowWords).join('；'),
  }
  return <RecordHistory place={place} words={words} isFolded />
}
