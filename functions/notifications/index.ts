// What people are told, when something happened that concerns them.
import type { JobRuns } from '#platform/jobs/run-jobs'
import { ANNOUNCEMENT, announceCycle } from './announce-cycle.ts'

/** What runs the announcements that go to many. */
export const announcementRuns: JobRuns = { [ANNOUNCEMENT]: announceCycle }

export { deliverDueMessages } from './deliver-due-messages.ts'
export { allMessagesOfCustomer, listSent } from './list-sent.ts'
export { onApproval } from './on-approval.ts'
export { onCycleChanged } from './on-cycle-changed.ts'
export { onImportEnded } from './on-import-ended.ts'
export { onMemberInvited } from './on-member-invited.ts'
export { onObjectionSettled } from './on-objection-settled.ts'
export { onOrderChanged } from './on-order-changed.ts'
export { onOrderCorrected } from './on-order-corrected.ts'
export { onOrderPlaced } from './on-order-placed.ts'
export { onOrderReminded } from './on-order-reminded.ts'
export { onOrderSettled } from './on-order-settled.ts'
export { onRequestDecided } from './on-request-decided.ts'
export { onShopHeld } from './on-shop-held.ts'
export { onStaffInvited } from './on-staff-invited.ts'
export { largeKey, preferencesKey, storedLargeMode, storedPreferences } from './preference-store.ts'
export { storedTemplates, templateKey } from './template-store.ts'
