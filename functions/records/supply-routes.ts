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
  .openapi(planHistoryRoute, async (context) =>
    context.json(await historyOf(context, orderPlan, context.req.valid('query')), 200),
  )
  .openapi(planAsOfRoute, async (context) =>
    context.json(await recordOf(context, orderPlan, context.req.valid('query').at), 200),
  )
  .openapi(cycleHistoryRoute, async (context) =>
    context.json(await historyOf(context, context.req.valid('param'), context.req.valid('query')), 200),
  )
  .openapi(cycleAsOfRoute, async (context) =>
    context.json(await recordOf(context, context.req.valid('param'), context.req.valid('query').at), 200),
  )
  .openapi(releaseHistoryRoute, async (context) =>
    context.json(
      await historyOf(context, { releaseOf: context.req.valid('param').cycleId }, context.req.valid('query')),
      200,
    ),
  )
  .openapi(releaseAsOfRoute, async (context) =>
    context.json(
      await recordOf(
        context,
        { releaseOf: context.req.valid('param').cycleId },
        context.req.valid('query').at,
      ),
      200,
    ),
  )
  .openapi(importHistoryRoute, async (context) =>
    context.json(await historyOf(context, context.req.valid('param'), context.req.valid('query')), 200),
  )
  .openapi(importAsOfRoute, async (context) =>
    context.json(await recordOf(context, context.req.valid('param'), context.req.valid('query').at), 200),
  )
  .openapi(mapHistoryRoute, async (context) => {
    const { kind, name } = context.req.valid('param')
    return context.json(await historyOf(context, { mapOf: kind, name }, context.req.valid('query')), 200)
  })
  .openapi(mapAsOfRoute, async (context) => {
    const { kind, name } = context.req.valid('param')
    return context.json(await recordOf(context, { mapOf: kind, name }, context.req.valid('query').at), 200)
  })
