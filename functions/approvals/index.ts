// Orders that a buyer prepared and the owner of the shop approves, refuses, or lets lapse.
export { obligationsOfApprovals } from './approval-obligations.ts'
export { approvalKey, approvalsOfCustomer, storedApproval } from './approval-store.ts'
export { askApproval } from './ask-approval.ts'
export { lapseApprovals } from './lapse-approvals.ts'
