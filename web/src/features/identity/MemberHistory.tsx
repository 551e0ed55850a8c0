import type { Member } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import { HistoryFold } from '../records/HistoryFold.tsx'
import { useMemberWords } from './use-member-words.ts'

type MemberHistoryProps = { customerId: CustomerId; member: Member }

/** Who changed what a member may do for a shop. */
export function MemberHistory({ customerId, member: { personId, name } }: MemberHistoryProps) {
  const words = useMemberWords()
  const place = {
    path: `/customers/${customerId}/members/${personId}`,
    queryKey: ['people', customerId, 'member', personId],
  }
  return <HistoryFold place={place} words={words} of={name} />
}
