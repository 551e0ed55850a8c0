import type { CustomerId } from '#shared/ids'
import { standingDraftTexts as texts } from '#shared/texts/standing-draft'
import { useSay } from '../../components/language-context.ts'
import { plainWords, type RecordWords } from '../../components/record-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'

/** Who had drafts placed at the cut-off, or no longer, and when. */
export function StandingDraftHistory({ customerId }: { customerId: CustomerId }) {
  const { t, language } = useSay()
  const words: RecordWords = {
    names: { isOn: texts.title, leavesOut: texts.whenRefused },
    wordsFor: (field, value) => {
      if (field !== 'leavesOut' || typeof value !== 'boolean') return plainWords(value, language)
      return t(value ? texts.leavesOut : texts.allOrNothing)
    },
  }
  const place = {
    path: `/customers/${customerId}/standing-draft`,
    queryKey: ['standing-draft', customerId],
  }
  return (
    <section className="card">
      <h2>{t(texts.title)}</h2>
      <HistoryFold place={place} words={words} of={t(texts.title)} />
    </section>
  )
}
