import type { ApprovalCard } from '#shared/approvals'
import { formatMoney } from '#shared/money'
import { waitingForOwnerTexts as texts } from '#shared/texts/waiting-for-owner'
import { useSay } from '../../components/language-context.ts'

/** Tells staff that a buyer's order waits for the owner, before they order the same again. */
export function WaitingForOwner({ waiting }: { waiting: ApprovalCard }) {
  const { t, language } = useSay()
  const { approvalId, customerId, askedBy, lineCount, total, currency, isChange } = waiting
  const facts = { name: askedBy, count: lineCount, total: formatMoney(total, currency, language) }
  return (
    <p className="notice" role="status">
      {t(isChange ? texts.change : texts.order, facts)}{' '}
      <a href={`/${language}/approvals/${approvalId}/?customer=${customerId}`}>{t(texts.see)}</a>
    </p>
  )
}
