// Who reacts to what.
import { onCustomerChanged } from '#accounts'
import { onMemberInvited, onOrderPlaced, onStaffInvited } from '#notifications'
import type { Reactions } from '#platform/events/deliver-events'

const findCustomer = { 'keep-search': onCustomerChanged }

export const reactions: Reactions = {
  'customer.saved': findCustomer,
  'customer.graded': findCustomer,
  'customer.rescheduled': findCustomer,
  'customer.rerouted': findCustomer,
  'customer.held': findCustomer,
  'customer.released': findCustomer,
  'member.invited': { 'tell-member': onMemberInvited },
  'staff.invited': { 'tell-staff': onStaffInvited },
  'order.placed': { 'tell-owner': onOrderPlaced },
}
