// What is released for a customer; limit-routes.ts says what it does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { grantOf } from '#platform/http/rights'
import { answers } from '#platform/http/room'
import { CustomerIdField } from '#shared/accounts'
import { OrderIdField } from '#shared/orders'
import { memberRoles, staffRoles } from '#shared/roles'
import { CustomerLimits, CustomerLimitsQuery, OrderDecision } from '#shared/supply'

export const customerLimitsRoute = createRoute({
  method: 'get',
  path: '/customers/{customerId}/limits',
  summary: 'What a customer may take in the cycle that is open or comes next, or in another',
  tags: ['Supply'],
  ...allows({ ...grantOf('seeLimits', { customer: 'path' }), client: ['master-data.read'] }),
  request: { params: z.object({ customerId: CustomerIdField }), query: CustomerLimitsQuery },
  responses: { 200: answers(CustomerLimits, 'Limits by product code') },
})

export const decisionRoute = createRoute({
  method: 'get',
  path: '/orders/{orderId}/decision',
  summary: 'By what limits the lines of an order were judged',
  tags: ['Supply'],
  ...allows({
    member: memberRoles,
    staff: staffRoles,
    client: ['orders.read'],
    scope: { customer: 'order' },
    notFound: 'orders.order_not_found',
  }),
  request: { params: z.object({ orderId: OrderIdField }) },
  responses: { 200: answers(OrderDecision, 'The release and the grade of then, and each limited line') },
})
