// The route by which staff put an order right after its window, with its rights; correction-routes.ts says what it does.
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { allows } from '#platform/http/authorize'
import { IfMatchHeader } from '#platform/http/idempotency'
import { grantOf } from '#platform/http/rights'
import { answers, json } from '#platform/http/room'
import { CorrectOrder, Order, OrderIdField } from '#shared/orders'

export const correctionRoute = createRoute({
  method: 'post',
  path: '/orders/{orderId}/correction',
  summary: 'Put an order right, after its window too, with a reason',
  tags: ['Orders'],
  ...allows({
    ...grantOf('correctOrders', { customer: 'order' }),
    notFound: 'orders.order_not_found',
  }),
  request: {
    params: z.object({ orderId: OrderIdField }),
    headers: IfMatchHeader,
    body: json(CorrectOrder),
  },
  responses: { 200: answers(Order, 'The new version, marked as corrected') },
})
