import { lazy, Suspense } from 'react'
import type { CustomerId, PersonId } from '#shared/ids'
import { BuyerLimits } from '../approvals/BuyerLimits.tsx'
import { Members } from './Members.tsx'

const MemberHistory = lazy(async () => ({ default: (await import('./MemberHistory.tsx')).MemberHistory }))

const StandingDraftHistory = lazy(async () => ({
  default: (await import('../orders/StandingDraftHistory.tsx')).StandingDraftHistory,
}))

/** What only an owner finds on the page about oneself: who may act for the shop, what its buyers may order, and
 * who had drafts placed by themselves. */
export function OwnersPart({ customerId, me }: { customerId: CustomerId; me: PersonId | undefined }) {
  return (
    <>
      <Members
        customerId={customerId}
        me={me}
        history={(member) => (
          <Suspense>
            <MemberHistory customerId={customerId} member={member} />
          </Suspense>
        )}
      />
      <BuyerLimits customerId={customerId} />
      <Suspense>
        <StandingDraftHistory customerId={customerId} />
      </Suspense>
    </>
  )
}
