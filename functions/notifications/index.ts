// What people are told, when something happened that concerns them.
export { onMemberInvited } from './on-member-invited.ts'
export { onOrderPlaced } from './on-order-placed.ts'
export { onRequestDecided } from './on-request-decided.ts'
export { onStaffInvited } from './on-staff-invited.ts'
