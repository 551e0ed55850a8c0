import { createRoom } from '#platform/http/room'
import {
  cycleAsOfRoute,
  cycleHistoryRoute,
  importAsOfRoute,
  importHistoryRoute,
  mapAsOfRoute,
  mapHistoryRoute,
  planAsOfRoute,
  planHistoryRoute,
  releaseAsOfRoute,
  releaseHistoryRoute,
} from './supply-route-table.ts'
import { historyOf, recordOf } from './told-routes.ts'

const orderPlan = { orderPlan: true } as const

export const supplyHistoryRoutes = createRoom()
  .openapi(planHistoryRoute, (context) => historyOf(context, orderPlan, context.req.valid('query')))
  .openapi(planAsOfRoute, (context) => recordOf(context, orderPlan, context.req.valid('query').at))
  .openapi(cycleHistoryRoute, (context) =>
    historyOf(context, context.req.valid('param'), context.req.valid('query')),
  )
  .openapi(cycleAsOfRoute, (context) =>
    recordOf(context, context.req.valid('param'), context.req.valid('query').at),
  )
  .openapi(releaseHistoryRoute, (context) =>
    historyOf(context, { releaseOf: context.req.valid('param').cycleId }, context.req.valid('query')),
  )
  .openapi(releaseAsOfRoute, (context) =>
    recordOf(context, { releaseOf: context.req.valid('param').cycleId }, context.req.valid('query').at),
  )
  .openapi(importHistoryRoute, (context) =>
    historyOf(context, context.req.valid('param'), context.req.valid('query')),
  )
  .openapi(importAsOfRoute, (context) =>
    recordOf(context, context.req.valid('param'), context.req.valid('query').at),
  )
  .openapi(mapHistoryRoute, async (context) => {
    const { kind, name } = context.req.valid('param')
    return historyOf(context, { mapOf: kind, name }, context.req.valid('query'))
  })
  .openapi(mapAsOfRoute, async (context) => {
    const { kind, name } = context.req.valid('param')
    return recordOf(context, { mapOf: kind, name }, context.req.valid('query').at)
  })
