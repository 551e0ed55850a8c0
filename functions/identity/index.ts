// Who people are, what they may do for whom, and the sessions they work in.
export { identifyActor } from './identify-actor.ts'
export { inviteMember } from './invite-member.ts'
export { namesOfPeople } from './list-members.ts'
export { inviteStaff } from './manage-staff.ts'
export { type Person, storedPeople } from './person-store.ts'
export { membershipRemovals, membersOfCustomer } from './standing-store.ts'
