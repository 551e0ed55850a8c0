import type { Approval } from '#shared/approvals'
import { approvalTexts as texts } from '#shared/texts/approvals'
import { orderTexts } from '#shared/texts/orders'
import { toldOrderTexts } from '#shared/texts/told-orders'
import { useSay } from '../../components/language-context.ts'
import { lineNameOf } from '../../components/line-words.ts'
import type { RecordWords } from '../../components/record-words.ts'
import { useLineWords } from '../orders/use-line-words.ts'
import { HistoryFold } from '../records/HistoryFold.tsx'

const states = ['asked', 'approved', 'refused', 'withdrawn', 'lapsed'] as const

/** Who asked for the owner's yes, and what became of it. */
export function ApprovalHistory({ approval }: { approval: Approval }) {
  const { customerId, approvalId, state, currency } = approval
  const { t } = useSay()
  const wordsFor = useLineWords(currency)
  const { message, reason } = toldOrderTexts
  const words: RecordWords = {
    names: { state: toldOrderTexts.state, total: orderTexts.total, note: orderTexts.note, message, reason },
    nameOf: lineNameOf,
    wordsFor: (field, value) => {
      const known = field === 'state' && states.find((each) => each === value)
      return known ? t(texts[known]) : wordsFor(field, value)
    },
  }
  const place = {
    path: `/customers/${customerId}/approvals/${approvalId}`,
    queryKey: ['approval', approvalId, state],
  }
  return (
    <div className="card mt-4 no-print">
      <HistoryFold place={place} words={words} of={t(texts.title)} isAlone />
    </div>
  )
}
