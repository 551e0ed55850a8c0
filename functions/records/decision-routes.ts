import { createRoom } from '#platform/http/room'
import type { ApprovalId, CustomerId, RequestId } from '#shared/ids'
import {
  approvalAsOfRoute,
  approvalHistoryRoute,
  objectionAsOfRoute,
  objectionHistoryRoute,
  requestAsOfRoute,
  requestHistoryRoute,
} from './decision-route-table.ts'
import { historyOf, recordOf } from './told-routes.ts'

export const decisionHistoryRoutes = createRoom()
  .openapi(requestHistoryRoute, async (context) =>
    context.json(
      await historyOf(context, requestNamed(context.req.valid('param')), context.req.valid('query')),
      200,
    ),
  )
  .openapi(requestAsOfRoute, async (context) =>
    context.json(
      await recordOf(context, requestNamed(context.req.valid('param')), context.req.valid('query').at),
      200,
    ),
  )
  .openapi(approvalHistoryRoute, async (context) =>
    context.json(
      await historyOf(context, approvalNamed(context.req.valid('param')), context.req.valid('query')),
      200,
    ),
  )
  .openapi(approvalAsOfRoute, async (context) =>
    context.json(
      await recordOf(context, approvalNamed(context.req.valid('param')), context.req.valid('query').at),
      200,
    ),
  )
  .openapi(objectionHistoryRoute, async (context) => {
    const { orderId: objectionTo } = context.req.valid('param')
    return context.json(await historyOf(context, { objectionTo }, context.req.valid('query')), 200)
  })
  .openapi(objectionAsOfRoute, async (context) => {
    const { orderId: objectionTo } = context.req.valid('param')
    return context.json(await recordOf(context, { objectionTo }, context.req.valid('query').at), 200)
  })

function requestNamed({ customerId, requestId }: { customerId: CustomerId; requestId: RequestId }) {
  return { request: requestId, of: customerId }
}

function approvalNamed({ customerId, approvalId }: { customerId: CustomerId; approvalId: ApprovalId }) {
  return { approval: approvalId, of: customerId }
}
