// The routes of this room with their rights; routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IdempotencyHeader } from '#platform/http/idempotency'
import { grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import {
  Approval,
  ApprovalCard,
  ApprovalIdField,
  ApprovalsOfCycle,
  ApprovedOrder,
  ApproveOrder,
  AskApproval,
  RefuseOrder,
} from '#shared/approvals'
import { CycleIdField } from '#shared/calendar'

const tags = ['Approvals']
const scope = { customer: 'path' } as const
const CustomerParams = z.object({ customerId: CustomerIdField })
const ApprovalParams = CustomerParams.extend({ approvalId: ApprovalIdField })
const mayPrepare = grantOf('askOwner', scope)
const mayDecide = grantOf('answerBuyer', scope)
const mayLook = grantOf('order', scope)

export const askRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/approvals',
  summary: 'Ask the owner to approve an order; a newer one takes the place of the one that waits',
  tags,
  ...allows(mayPrepare),
  request: { params: CustomerParams, headers: IdempotencyHeader, body: json(AskApproval) },
  responses: { 201: answers(ApprovalCard, 'What the owner is asked') },
})

export const approvalsRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/approvals',
  summary: 'What the owner was asked to approve in a cycle',
  tags,
  ...allows(mayLook),
  request: { params: CustomerParams, query: z.object({ cycleId: CycleIdField }) },
  responses: { 200: answers(ApprovalsOfCycle, 'The newest first') },
})

export const approvalRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/approvals/{approvalId}',
  summary: 'An order that waits for the owner, or waited',
  tags,
  ...allows(mayLook),
  request: { params: ApprovalParams },
  responses: { 200: answers(Approval, 'Its lines, then and now') },
})

export const approveRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/approvals/{approvalId}/approval',
  summary: 'Approve: the order is placed',
  tags,
  ...allows(mayDecide),
  request: { params: ApprovalParams, body: json(ApproveOrder) },
  responses: { 200: answers(ApprovedOrder, 'The order that came of it, however often it is asked') },
})

export const refuseRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/approvals/{approvalId}/refusal',
  summary: 'Refuse, with a reason',
  tags,
  ...allows(mayDecide),
  request: { params: ApprovalParams, body: json(RefuseOrder) },
  responses: { 200: answers(ApprovalCard, 'As it is now') },
})

export const withdrawRoute = createRoute({
  method: 'post',
  path: '/customers/{customerId}/approvals/{approvalId}/withdrawal',
  summary: 'Take back what the owner was asked',
  tags,
  ...allows(mayPrepare),
  request: { params: ApprovalParams },
  responses: { 200: answers(ApprovalCard, 'As it is now') },
})
