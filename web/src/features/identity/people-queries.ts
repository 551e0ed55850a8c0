import type {
  ChangeMember,
  ChangeStaff,
  Contact,
  InviteMember,
  InviteStaff,
  Member,
  RemovedContact,
  SaveContact,
  StaffMember,
} from '#shared/identity'
import type { CustomerId, PersonId } from '#shared/ids'
import type { Page } from '#shared/paging'
import { newKey, query, read, write } from '../../api.ts'

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

export function contactsQuery(customerId: CustomerId) {
  return {
    queryKey: ['contacts', customerId],
    queryFn: () => read<{ items: Contact[] }>(`/customers/${customerId}/contacts`),
  }
}

/** Below the key of the contacts, so that it is read anew with them. */
export function removedContactsQuery(customerId: CustomerId) {
  return {
    queryKey: [...contactsQuery(customerId).queryKey, 'removed'],
    queryFn: () => read<{ items: RemovedContact[] }>(`/customers/${customerId}/contacts/removed`),
  }
}

export function addContact(customerId: CustomerId, body: SaveContact, key: string): Promise<Contact> {
  return write('POST', `/customers/${customerId}/contacts`, { body, key })
}

export function changeContact(contact: Contact, body: SaveContact): Promise<Contact> {
  return write('PUT', contactPath(contact), { body, version: contact.version })
}

export function removeContact(contact: Contact): Promise<void> {
  return write('DELETE', contactPath(contact), { version: contact.version })
}

function contactPath({ customerId, personId }: Contact): string {
  return `/customers/${customerId}/contacts/${personId}`
}

export function erasePerson(personId: PersonId): Promise<void> {
  return write('POST', `/people/${personId}/erasure`)
}

/** The filters of the list of staff, as the page's address keeps them. */
export const staffFilters = ['text', 'role', 'unitPath', 'state'] as const
export type StaffFilters = Readonly<Record<(typeof staffFilters)[number], string>>

export function readStaff({ text, ...filters }: StaffFilters, cursor?: string): Promise<Page<StaffMember>> {
  return read(`/staff${query({ ...filters, cursor, limit: 50 })}`, text)
}

export function inviteStaff(body: InviteStaff): Promise<StaffMember> {
  return write('POST', '/staff', { body, key: newKey() })
}

export function changeStaff(personId: PersonId, version: number, body: ChangeStaff): Promise<StaffMember> {
  return write('PUT', `/staff/${personId}`, { body, version })
}
