// Who people are, what they may do for whom, and the sessions they work in.
export { contactKey, storedContact } from './contact-store.ts'
export { forgetUnused } from './erase-person.ts'
export { identifyActor } from './identify-actor.ts'
export { inviteMember, planMembers } from './invite-member.ts'
export { listMembers, namesOfPeople } from './list-members.ts'
export { listStaff } from './list-staff.ts'
export { countStaff, countStaffAt, inviteStaff, planStaff, reachedStaff } from './manage-staff.ts'
export { type Person, personKey, storedPeople, storedPerson } from './person-store.ts'
export { addContact, contactWrites, listContacts, personOfContact } from './save-contact.ts'
export {
  countCustomersWithOwners,
  membershipKey,
  membershipRemovals,
  membersOfCustomer,
  staffKey,
  storedMembership,
} from './standing-store.ts'
