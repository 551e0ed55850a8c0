import { lazy, Suspense } from 'react'
import type { Approval } from '#shared/approvals'
import type { SessionView } from '#shared/identity'
import { type CustomerId, isId } from '#shared/ids'
import type { Language } from '#shared/languages'
import { orderTexts } from '#shared/texts/orders'
import { ApiProblem } from '../../api.ts'
import { useSay } from '../../components/language-context.ts'
import { Portal } from '../../components/Portal.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { Trouble } from '../../components/Trouble.tsx'
import { useAnswer } from '../../components/use-answer.ts'
import { OrderLines } from '../orders/OrderLines.tsx'
import { ApprovalActions } from './ApprovalActions.tsx'
import { ApprovalFacts } from './ApprovalFacts.tsx'
import { readApproval } from './approval-queries.ts'

const ApprovalHistory = lazy(async () => ({
  default: (await import('./ApprovalHistory.tsx')).ApprovalHistory,
}))

/** One order that waits for the owner: the shell that the rewrite rule leads `/approvals/{approvalId}/` to. */
export function ApprovalViewPage({ language }: { language: Language }) {
  return <Portal language={language}>{(session) => <Named session={session} />}</Portal>
}

function Named({ session }: { session: SessionView }) {
  const approvalId = location.pathname.split('/').find((part) => isId('approval', part))
  // Staff come with the customer in the address; a member has only one.
  const named = new URLSearchParams(location.search).get('customer')
  const customerId = session.actingFor ?? (isId('customer', named) ? named : undefined)
  if (approvalId && customerId)
    return <View approvalId={approvalId} customerId={customerId} session={session} />
  const absent = new ApiProblem(404, { code: 'approvals.not_found' })
  return <Trouble error={absent} onRetry={() => location.reload()} />
}

type ViewProps = { approvalId: string; customerId: CustomerId; session: SessionView }

function View({ approvalId, customerId, session }: ViewProps) {
  const { t } = useSay()
  const named = { customerId, approvalId }
  const { data, error, again } = useAnswer(approvalId, () => readApproval(named))
  if (error) return <Trouble error={error} onRetry={again} />
  if (!data) return <Skeleton rows={6} />
  return (
    <>
      <ApprovalFacts approval={data} />
      <ApprovalActions approval={data} session={session} onChanged={again} />
      <OrderLines order={linesOf(data)} />
      <button type="button" className="quiet no-print" onClick={() => print()}>
        {t(orderTexts.print)}
      </button>
      <Suspense>
        <ApprovalHistory key={data.state} approval={data} />
      </Suspense>
    </>
  )
}

/** The lines as they would be placed now, else as they were when it was asked. */
function linesOf(approval: Approval) {
  const judged = approval.judged && approval.judged.lines.length > 0 ? approval.judged : approval
  const { lines, total } = judged
  const tax = lines.reduce((sum, line) => sum + line.tax, 0)
  return { lines, total, tax, net: total - tax, currency: approval.currency, products: approval.products }
}
