import { useQuery } from '@tanstack/react-query'
import { companyQuery } from '../accounts/account-queries.ts'
import { HoldCard } from '../home/HoldCard.tsx'

/** That the shop may not order, as its home page says it. */
export function HeldShop({ reason }: { reason: string }) {
  const { data } = useQuery(companyQuery)
  return <HoldCard reason={reason} phone={data?.servicePhone ?? ''} />
}
