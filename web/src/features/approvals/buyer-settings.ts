import type { Member } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import type { BuyerSettings } from '#shared/spending'
import { read } from '../../api.ts'
import { membersQuery } from '../identity/people-queries.ts'

export type SettingsAndBuyers = {
  settings: BuyerSettings
  buyers: readonly Member[]
  members: readonly Member[]
}

/** Below the key of the members, so that it is read anew with them. */
export function buyerSettingsQuery(customerId: CustomerId) {
  return {
    queryKey: [...membersQuery(customerId).queryKey, 'buyer settings'],
    queryFn: () => readBuyerSettings(customerId),
  }
}

/** What is settled for the buyers of a shop, and who they are. */
async function readBuyerSettings(customerId: CustomerId): Promise<SettingsAndBuyers> {
  const [settings, members] = await Promise.all([
    read<BuyerSettings>(`/customers/${customerId}/buyer-settings`),
    read<{ items: Member[] }>(`/customers/${customerId}/members`),
  ])
  const limited = new Set<string>(settings.limits.map(({ personId }) => personId))
  const isBuyer = ({ role, isDisabled }: Member) => role === 'buyer' && !isDisabled
  return {
    settings,
    members: members.items,
    buyers: members.items.filter((member) => isBuyer(member) || limited.has(member.personId)),
  }
}
