// The history of what is asked and decided: requests, approvals, objections; decision-routes.ts says what each does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import type { Grant } from '#platform/http/rights'
import { answers } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import { ApprovalIdField } from '#shared/approvals'
import { OrderIdField } from '#shared/orders'
import { AsOfQuery, HistoryPage, HistoryQuery, RecordAsOf } from '#shared/records'
import { RequestIdField } from '#shared/requests'
import { memberRoles } from '#shared/roles'

const tags = ['History']
const CustomerParams = z.object({ customerId: CustomerIdField })
const RequestParams = CustomerParams.extend({ requestId: RequestIdField })
const ApprovalParams = CustomerParams.extend({ approvalId: ApprovalIdField })
const OrderParams = z.object({ orderId: OrderIdField })
const ofRequest = {
  member: ['owner'],
  staff: ['account-manager', 'administrator', 'order-desk'],
  scope: { customer: 'path' },
} as const satisfies Grant
const ofApproval = {
  member: ['owner', 'buyer'],
  staff: ['order-desk', 'account-manager'],
  scope: { customer: 'path' },
} as const satisfies Grant
const ofObjection = {
  member: memberRoles,
  staff: ['order-desk', 'account-manager', 'administrator'],
  scope: { customer: 'order' },
  notFound: 'orders.order_not_found',
} as const satisfies Grant
const page = { 200: answers(HistoryPage, 'What happened, newest first') }
const asOf = { 200: answers(RecordAsOf, 'The record at that instant') }

export const requestHistoryRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/requests/{requestId}/history',
  summary: 'Who asked for a change, and who decided',
  tags,
  ...allows(ofRequest),
  request: { params: RequestParams, query: HistoryQuery },
  responses: page,
})

export const requestAsOfRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/requests/{requestId}/history/record',
  summary: 'A request as it stood at an instant',
  tags,
  ...allows(ofRequest),
  request: { params: RequestParams, query: AsOfQuery },
  responses: asOf,
})

export const approvalHistoryRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/approvals/{approvalId}/history',
  summary: 'Who asked for the owner’s yes, and what became of it',
  tags,
  ...allows(ofApproval),
  request: { params: ApprovalParams, query: HistoryQuery },
  responses: page,
})

export const approvalAsOfRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/approvals/{approvalId}/history/record',
  summary: 'What the owner was asked, as it stood at an instant',
  tags,
  ...allows(ofApproval),
  request: { params: ApprovalParams, query: AsOfQuery },
  responses: asOf,
})

export const objectionHistoryRoute = createRoute({
  method: 'get',
  path: '/orders/{orderId}/objection/history',
  summary: 'Who objected to an order, and who settled it',
  tags,
  ...allows(ofObjection),
  request: { params: OrderParams, query: HistoryQuery },
  responses: page,
})

export const objectionAsOfRoute = createRoute({
  method: 'get',
  path: '/orders/{orderId}/objection/history/record',
  summary: 'The objection to an order as it stood at an instant',
  tags,
  ...allows(ofObjection),
  request: { params: OrderParams, query: AsOfQuery },
  responses: asOf,
})
