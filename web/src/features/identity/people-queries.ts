import type {
  ChangeMember,
  ChangeStaff,
  InviteMember,
  InviteStaff,
  Member,
  StaffMember,
} from '#shared/identity'
import type { CustomerId, PersonId } from '#shared/ids'
import { newKey, read, write } from '../../api.ts'

export function membersQuery(customerId: CustomerId) {
  return {
    queryKey: ['members', customerId],
    queryFn: () => read<{ items: Member[] }>(`/customers/${customerId}/members`),
  }
}

export function inviteMember(customerId: CustomerId, body: InviteMember): Promise<Member> {
  return write('POST', `/customers/${customerId}/members`, { body, key: newKey() })
}

export function changeMember(member: Member, body: ChangeMember): Promise<Member> {
  const { customerId, personId, version } = member
  return write('PUT', `/customers/${customerId}/members/${personId}`, { body, version })
}

export const staffQuery = { queryKey: ['staff'], queryFn: () => read<{ items: StaffMember[] }>('/staff') }

export function inviteStaff(body: InviteStaff): Promise<StaffMember> {
  return write('POST', '/staff', { body, key: newKey() })
}

export function changeStaff(personId: PersonId, version: number, body: ChangeStaff): Promise<StaffMember> {
  return write('PUT', `/staff/${personId}`, { body, version })
}
