// The history of what is asked and decided: requests, approvals, objections.
import * as z from 'zod'
import { type Grant, grantOf } from '#platform/http/rights'
import { CustomerIdField } from '#shared/accounts'
import { ApprovalIdField } from '#shared/approvals'
import { OrderIdField } from '#shared/orders'
import { RequestIdField } from '#shared/requests'
import { historyRoutes, tells } from './history-routes.ts'

const ofRequest = grantOf('seeRequests', { customer: 'path' })
const ofApproval = grantOf('order', { customer: 'path' })
const ofObjection: Grant = {
  ...grantOf('seeObjections', { customer: 'order' }),
  notFound: 'orders.order_not_found',
}

export const decisionHistoryRoutes = historyRoutes([
  tells({
    path: '/customers/{customerId}/requests/{requestId}',
    parts: z.object({ customerId: CustomerIdField, requestId: RequestIdField }),
    rights: ofRequest,
    named: ({ customerId, requestId }) => ({ request: requestId, of: customerId }),
    history: 'Who asked for a change, and who decided',
    record: 'A request as it stood at an instant',
  }),
  tells({
    path: '/customers/{customerId}/approvals/{approvalId}',
    parts: z.object({ customerId: CustomerIdField, approvalId: ApprovalIdField }),
    rights: ofApproval,
    named: ({ customerId, approvalId }) => ({ approval: approvalId, of: customerId }),
    history: 'Who asked for the owner’s yes, and what became of it',
    record: 'What the owner was asked, as it stood at an instant',
  }),
  tells({
    path: '/orders/{orderId}/objection',
    parts: z.object({ orderId: OrderIdField }),
    rights: ofObjection,
    named: ({ orderId }) => ({ objectionTo: orderId }),
    history: 'Who objected to an order, and who settled it',
    record: 'The objection to an order as it stood at an instant',
  }),
])
