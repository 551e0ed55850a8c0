// Who reacts to what.
import { onCustomerChanged } from '#accounts'
import { onMoneyChanged } from '#closings'
import { onPhaseFailed } from '#imports'
import {
  onApproval,
  onCycleChanged,
  onImportEnded,
  onMemberInvited,
  onObjectionSettled,
  onOrderChanged,
  onOrderCorrected,
  onOrderPlaced,
  onOrderReminded,
  onOrderSettled,
  onRequestDecided,
  onShopHeld,
  onStaffInvited,
} from '#notifications'
import { onCycleClosed } from '#oddities'
import type { Reactions } from '#platform/events/deliver-events'
import { onShopCounted } from '#progress'

const findCustomer = { 'keep-search': onCustomerChanged }
const countShop = { 'count-shop': onShopCounted }
const tellOfHold = { 'tell-shop': onShopHeld }

export const reactions: Reactions = {
  'customer.saved': { ...findCustomer, ...countShop, ...tellOfHold, 'settle-waiting': onMoneyChanged },
  'customer.graded': findCustomer,
  'customer.rescheduled': { ...findCustomer, ...countShop },
  'customer.removed': countShop,
  'customer.rerouted': findCustomer,
  'customer.held': { ...findCustomer, ...tellOfHold },
  'customer.released': { ...findCustomer, ...tellOfHold },
  'member.invited': { 'tell-member': onMemberInvited },
  'staff.invited': { 'tell-staff': onStaffInvited },
  'request.approved': { 'tell-asker': onRequestDecided },
  'request.refused': { 'tell-asker': onRequestDecided },
  'order.placed': { ...countShop, 'tell-owner': onOrderPlaced },
  'order.changed': { 'tell-owner': onOrderChanged },
  'order.cancelled': { ...countShop, 'tell-owner': onOrderChanged },
  'order.corrected': { 'tell-owner': onOrderCorrected, 'settle-waiting': onMoneyChanged },
  'order.objection_settled': { 'tell-owner': onObjectionSettled },
  'order.confirmed': { 'tell-owner': onOrderSettled },
  'order.awaiting_funds': { 'tell-owner': onOrderSettled },
  'order.lapsed': { ...countShop, 'tell-owner': onOrderSettled, 'settle-waiting': onMoneyChanged },
  'order.draft_reminder': { 'tell-buyers': onOrderReminded },
  'order.standing_reminder': { 'tell-buyers': onOrderReminded },
  'shop.reminded': { 'tell-buyers': onOrderReminded },
  'order.standing_refused': { 'tell-buyers': onOrderReminded },
  'approval.asked': { 'tell-owner': onApproval },
  'approval.approved': { 'tell-asker': onApproval },
  'approval.refused': { 'tell-asker': onApproval },
  'approval.lapsed': { 'tell-asker': onApproval },
  'import.previewed': { 'tell-starter': onImportEnded },
  'import.applied': { 'tell-starter': onImportEnded },
  'import.undone': { 'tell-starter': onImportEnded },
  'closing.finished': { 'look-over': onCycleClosed },
  'import.failed': { 'tell-starter': onImportEnded },
  'job.failed': { 'put-import-back': onPhaseFailed },
  'cycle.changed': { 'tell-shops': onCycleChanged },
  'cycle.rolled': { 'tell-shops': onCycleChanged },
}
