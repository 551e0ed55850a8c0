import type { CustomerId, PersonId } from '#shared/ids'
import { BuyerLimits } from '../approvals/BuyerLimits.tsx'
import { StandingDraftHistory } from '../orders/StandingDraftHistory.tsx'
import { MemberHistory } from './MemberHistory.tsx'
import { Members } from './Members.tsx'

/** What only an owner finds on the page about oneself: who may act for the shop, what its buyers may order, and who had
 * drafts placed by themselves. */
export function OwnersPart({ customerId, me }: { customerId: CustomerId; me: PersonId | undefined }) {
  return (
    <>
      <Members
        customerId={customerId}
        me={me}
        history={(member) => <MemberHistory customerId={customerId} member={member} />}
      />
      <BuyerLimits customerId={customerId} />
      <StandingDraftHistory customerId={customerId} />
    </>
  )
}
