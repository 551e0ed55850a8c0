import { isId } from '#shared/ids'
import { currencies, formatMoney } from '#shared/money'
import type { Obligation } from '#shared/obligations'
import { approvalTexts as texts } from '#shared/texts/approvals'
import { useSay } from '../../components/language-context.ts'
import { Until } from '../home/ObligationCard.tsx'
import { Failure } from './Failure.tsx'
import { useApproving } from './use-approving.ts'

type ApprovalCardProps = { due: Obligation; now: string; timeZone: string; onDone: () => void }

/** An order that waits for the owner: the yes is one tap away, and so is a look at it. */
export function ApprovalCard({ due, onDone, ...then }: ApprovalCardProps) {
  const { t, language } = useSay()
  const { facts } = due
  const total = Number(facts.total)
  const { customerId } = facts
  const named = {
    customerId: isId('customer', customerId) ? customerId : ('cus_' as const),
    approvalId: String(facts.approvalId),
  }
  const { order, failure, isBusy, onApprove } = useApproving(named, total, onDone)
  const currency = currencies.find((known) => known === facts.currency) ?? 'CNY'
  const money = (minor: number) => formatMoney(minor, currency, language)
  if (order)
    return (
      <p className="notice good" role="status">
        {t(texts.done, { number: order.number, total: money(order.total) })}{' '}
        <a href={`/${language}/orders/${order.orderId}/`}>{t(texts.see)}</a>
      </p>
    )
  return (
    <section className="card first">
      <div className="flex justify-between gap-2 mb-1 flex-wrap">
        <h2>{t(texts.cardTitle)}</h2>
        {due.dueAt && <Until dueAt={due.dueAt} {...then} />}
      </div>
      <p className="text-soft mb-3">
        {t(texts.card, { count: Number(facts.lines), total: money(total) })}
        {facts.message && <q className="block">{facts.message}</q>}
      </p>
      {facts.isStopped && <p className="notice">{t(texts.cannotNow)}</p>}
      <Failure failure={failure} />
      <div className="actions">
        {!facts.isStopped && (
          <button type="button" className="button" disabled={isBusy} onClick={onApprove}>
            {t(isBusy ? texts.approving : texts.approve)}
          </button>
        )}
        <a className={facts.isStopped ? 'button' : 'quiet'} href={`/${language}/${due.to}`}>
          {t(texts.look)}
        </a>
      </div>
    </section>
  )
}
