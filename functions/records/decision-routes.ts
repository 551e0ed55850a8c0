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
  .openapi(requestHistoryRoute, (context) =>
    historyOf(context, requestNamed(context.req.valid('param')), context.req.valid('query')),
  )
  .openapi(requestAsOfRoute, (context) =>
    recordOf(context, requestNamed(context.req.valid('param')), context.req.valid('query').at),
  )
  .openapi(approvalHistoryRoute, (context) =>
    historyOf(context, approvalNamed(context.req.valid('param')), context.req.valid('query')),
  )
  .openapi(approvalAsOfRoute, (context) =>
    recordOf(context, approvalNamed(context.req.valid('param')), context.req.valid('query').at),
  )
  .openapi(objectionHistoryRoute, async (context) => {
    const { orderId: objectionTo } = context.req.valid('param')
    return historyOf(context, { objectionTo }, context.req.valid('query'))
  })
  .openapi(objectionAsOfRoute, async (context) => {
    const { orderId: objectionTo } = context.req.valid('param')
    return recordOf(context, { objectionTo }, context.req.valid('query').at)
  })

function requestNamed({ customerId, requestId }: { customerId: CustomerId; requestId: RequestId }) {
  return { request: requestId, of: customerId }
}

function approvalNamed({ customerId, approvalId }: { customerId: CustomerId; approvalId: ApprovalId }) {
  return { approval: approvalId, of: customerId }
}
