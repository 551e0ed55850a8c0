import { useState } from 'react'
import type { ApprovedOrder } from '#shared/approvals'
import type { CustomerId } from '#shared/ids'
import { approve } from './approval-queries.ts'

type Named = { customerId: CustomerId; approvalId: string }

/** One tap for a yes: the order that came of it, or why none did. */
export function useApproving(named: Named, seenTotal: number, onDone?: () => void) {
  const [outcome, setOutcome] = useState<{ order?: ApprovedOrder; failure?: unknown; isBusy?: boolean }>({})
  const onApprove = () => {
    setOutcome({ isBusy: true })
    approve(named, seenTotal).then(
      (order) => {
        setOutcome({ order })
        onDone?.()
      },
      (failure: unknown) => setOutcome({ failure }),
    )
  }
  return { ...outcome, onApprove }
}
