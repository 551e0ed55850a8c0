import { useQuery } from '@tanstack/react-query'
import type { CustomerId, PersonId } from '#shared/ids'
import { BuyerLimits } from '../approvals/BuyerLimits.tsx'
import { StandingDraftHistory } from '../orders/StandingDraftHistory.tsx'
import { MemberHistory } from './MemberHistory.tsx'
import { Members } from './Members.tsx'
import { membersQuery } from './people-queries.ts'

/** What only an owner finds on the page about oneself: who may act for the shop, what its buyers may order, and who had
 * drafts placed by themselves. */
export function OwnersPart({ customerId, me }: { customerId: CustomerId; me: PersonId | undefined }) {
  // What follows the members waits for them, so that nothing jumps.
  const { isPending } = useQuery(membersQuery(customerId))
  return (
    <>
      <Members
        customerId={customerId}
        me={me}
        history={(member) => <MemberHistory customerId={customerId} member={member} />}
      />
      {!isPending && <BuyerLimits customerId={customerId} />}
      {!isPending && <StandingDraftHistory customerId={customerId} />}
    </>
  )
}
