import type { Objection } from '#shared/objections'
import { toldOrderTexts as texts } from '#shared/texts/told-orders'
import { useSay } from '../../components/language-context.ts'
import { plainWords, type RecordWords } from '../../components/record-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'

const states = new Map<unknown, (typeof texts)['waits' | 'isCorrected' | 'isExplained']>([
  ['raised', texts.waits],
  ['corrected', texts.isCorrected],
  ['explained', texts.isExplained],
])

/** Every objection to an order with what became of it. */
export function ObjectionHistory({ objection: { orderId, state, raisedAt } }: { objection: Objection }) {
  const { t, language } = useSay()
  const words: RecordWords = {
    names: { state: texts.state, reason: texts.objection, answer: texts.answer },
    wordsFor: (field, value) => {
      const known = field === 'state' && states.get(value)
      return known ? t(known) : plainWords(value, language)
    },
  }
  const place = { path: `/orders/${orderId}/objection`, queryKey: ['objection', orderId, state, raisedAt] }
  return <HistoryFold place={place} words={words} of={t(texts.objection)} isAlone />
}
