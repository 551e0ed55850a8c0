// Who people are, what they may do for whom, and the sessions they work in.
export { contactsOfCustomer } from './contact-store.ts'
export { identifyActor } from './identify-actor.ts'
export { inviteMember } from './invite-member.ts'
export { listMembers, namesOfPeople } from './list-members.ts'
export { inviteStaff } from './manage-staff.ts'
export { type Person, storedPeople } from './person-store.ts'
export { addContact, contactWrites, listContacts, personOfContact } from './save-contact.ts'
export { membersOfCustomer } from './standing-store.ts'
