import { useState } from 'react'
import type { Approval } from '#shared/approvals'
import type { SessionView } from '#shared/identity'
import { formatMoney } from '#shared/money'
import { approvalTexts as texts } from '#shared/texts/approvals'
import { AskDialog } from '../../components/AskDialog.tsx'
import { useSay } from '../../components/language-context.ts'
import { useDeed } from '../../components/use-deed.ts'
import { may } from '../identity/session-queries.ts'
import { refuse, withdraw } from './approval-queries.ts'
import { Failure } from './Failure.tsx'
import { areLinesToMend } from './refusal-points.ts'
import { useApproving } from './use-approving.ts'

type ApprovalActionsProps = { approval: Approval; session: SessionView; onChanged: () => void }

/** What the owner or the buyer may do with an order that waits. */
export function ApprovalActions({ approval, session, onChanged }: ApprovalActionsProps) {
  const { t, language } = useSay()
  const { judged, total, currency, orderId, state, isChange } = approval
  const isAsked = state === 'asked'
  const seenTotal = judged && judged.lines.length > 0 ? judged.total : total
  const { order, failure, isBusy, onApprove } = useApproving(approval, seenTotal, onChanged)
  const [trouble, setTrouble] = useState<unknown>()
  const done = order?.orderId ?? (state === 'approved' ? orderId : undefined)
  const change = isChange && orderId ? `?change=${orderId}` : ''
  // What stands against it is said above.
  const isStopped = judged !== undefined && judged.refusals.length > 0
  const isMendable = areLinesToMend(approval) && !isChange
  const onWithdraw = () => void withdraw(approval).catch(setTrouble).then(onChanged)
  return (
    <div className="mb-4">
      <Failure failure={failure ?? trouble} />
      {order && (
        <p className="notice good" role="status">
          {t(texts.done, { number: order.number, total: formatMoney(order.total, currency, language) })}
        </p>
      )}
      <div className="actions">
        {done && (
          <a className="button" href={`/${language}/orders/${done}/`}>
            {t(texts.see)}
          </a>
        )}
        {!done && isAsked && may(session, 'answerBuyer') && (
          <>
            {judged?.standing && (
              <a
                className="button"
                href={`/${language}/order/?change=${judged.standing}&again=${approval.approvalId}`}
              >
                {t(texts.takeIn)}
              </a>
            )}
            {isMendable && (
              <a className="button" href={`/${language}/order/?again=${approval.approvalId}`}>
                {t(texts.mend)}
              </a>
            )}
            {!judged?.standing && !isMendable && (
              <button type="button" className="button" disabled={isBusy || isStopped} onClick={onApprove}>
                {t(isBusy ? texts.approving : texts.approve)}
              </button>
            )}
            <Refusal approval={approval} onChanged={onChanged} />
          </>
        )}
        {!done && may(session, 'askOwner') && (isAsked || state === 'refused') && (
          <a className="button" href={`/${language}/order/${change}`}>
            {t(texts.change)}
          </a>
        )}
        {isAsked && may(session, 'askOwner') && (
          <button type="button" className="quiet danger" onClick={onWithdraw}>
            {t(texts.withdraw)}
          </button>
        )}
      </div>
    </div>
  )
}

function Refusal({ approval, onChanged }: Pick<ApprovalActionsProps, 'approval' | 'onChanged'>) {
  const { t } = useSay()
  const refusing = useDeed((data) => refuse(approval, String(data.get('reason'))), onChanged)
  return (
    <>
      <button type="button" className="quiet danger" onClick={refusing.open}>
        {t(texts.refuse)}
      </button>
      <AskDialog {...refusing.asked} heading={t(texts.refuseAsk)} action={t(texts.refuse)} isDangerous>
        <label className="field">
          <span>{t(texts.reason)}</span>
          <textarea className="text-box" name="reason" rows={3} maxLength={300} required />
        </label>
      </AskDialog>
    </>
  )
}
