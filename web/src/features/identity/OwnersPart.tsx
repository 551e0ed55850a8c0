import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CustomerId, PersonId } from '#shared/ids'
import { customerQuery } from '../accounts/account-queries.ts'
import { BuyerLimits } from '../approvals/BuyerLimits.tsx'
import { buyerSettingsQuery } from '../approvals/buyer-settings.ts'
import { StandingDraftHistory } from '../orders/StandingDraftHistory.tsx'
import { OwnRequests } from '../requests/OwnRequests.tsx'
import { requestsQuery } from '../requests/request-queries.ts'
import { MemberHistory } from './MemberHistory.tsx'
import { Members } from './Members.tsx'
import { contactsQuery, membersQuery } from './people-queries.ts'

type OwnersPartProps = { customerId: CustomerId; me: PersonId | undefined; children: ReactNode }

/** What only an owner finds on the page about oneself: what the shop asked for, who may act for it, what its buyers may
 * order, and who had drafts placed by themselves; `children` stand below it. */
export function OwnersPart({ customerId, me, children }: OwnersPartProps) {
  // It waits for the record above and for its own lists, so that nothing jumps.
  const shop = useQuery(customerQuery(customerId))
  const contacts = useQuery(contactsQuery(customerId))
  const requests = useQuery(requestsQuery(customerId))
  const members = useQuery(membersQuery(customerId))
  const buyers = useQuery(buyerSettingsQuery(customerId))
  if ([shop, contacts, requests, members, buyers].some(({ isPending }) => isPending)) return null
  return (
    <>
      <OwnRequests customerId={customerId} />
      <Members
        customerId={customerId}
        me={me}
        history={(member) => <MemberHistory customerId={customerId} member={member} />}
      />
      <BuyerLimits customerId={customerId} />
      <StandingDraftHistory customerId={customerId} />
      {children}
    </>
  )
}
