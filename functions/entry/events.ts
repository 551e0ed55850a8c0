// Who reacts to what.
import { onMemberInvited, onOrderPlaced, onStaffInvited } from '#notifications'
import type { Reactions } from '#platform/events/deliver-events'

export const reactions: Reactions = {
  'member.invited': { 'tell-member': onMemberInvited },
  'staff.invited': { 'tell-staff': onStaffInvited },
  'order.placed': { 'tell-owner': onOrderPlaced },
}
