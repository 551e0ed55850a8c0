import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import type { OrderDetails } from '#shared/orders'
import { orderTexts as texts } from '#shared/texts/orders'
import { toldOrderTexts } from '#shared/texts/told-orders'
import { useSay } from '../../components/language-context.ts'
import { lineNameOf } from '../../components/line-words.ts'
import type { RecordWords } from '../../components/record-words.ts'
import { DayOfRecord } from '../records/RecordOfDay.tsx'
import { useLineWords } from './use-line-words.ts'

const states = [
  'placed',
  'awaiting-funds',
  'confirmed',
  'lapsed',
  'cancelled',
  'cancellation',
  'correction',
] as const

/** An order as it stood at a moment that one chooses; its page keeps its answers otherwise. */
export function OrderAsOf({ order: { orderId, version, currency } }: { order: OrderDetails }) {
  const { t } = useSay()
  const [client] = useState(() => new QueryClient())
  const wordsFor = useLineWords(currency)
  const { state, total, ownNumber, note, address } = texts
  const words: RecordWords = {
    names: {
      ...{ state, version: texts.version, total, ownNumber, note, address },
      correction: toldOrderTexts.correction,
    },
    nameOf: lineNameOf,
    wordsFor: (field, value) => {
      const known = field === 'state' && states.find((each) => each === value)
      return known ? t(texts[known]) : wordsFor(field, value)
    },
  }
  const place = { path: `/orders/${orderId}`, queryKey: ['order', orderId, version] }
  return (
    <QueryClientProvider client={client}>
      <DayOfRecord place={place} words={words} />
    </QueryClientProvider>
  )
}
