import { createRoom } from '#platform/http/room'
import {
  minimumAsOfRoute,
  minimumHistoryRoute,
  oddityAsOfRoute,
  oddityHistoryRoute,
  thresholdHistoryRoute,
  thresholdsAsOfRoute,
} from './settings-route-table.ts'
import { historyOf, recordOf } from './told-routes.ts'

const orderMinimum = { setting: 'order-minimum' } as const
const thresholds = { setting: 'oddity-thresholds' } as const

export const settingHistoryRoutes = createRoom()
  .openapi(minimumHistoryRoute, async (context) =>
    context.json(await historyOf(context, orderMinimum, context.req.valid('query')), 200),
  )
  .openapi(minimumAsOfRoute, async (context) =>
    context.json(await recordOf(context, orderMinimum, context.req.valid('query').at), 200),
  )
  .openapi(thresholdHistoryRoute, async (context) =>
    context.json(await historyOf(context, thresholds, context.req.valid('query')), 200),
  )
  .openapi(thresholdsAsOfRoute, async (context) =>
    context.json(await recordOf(context, thresholds, context.req.valid('query').at), 200),
  )
  .openapi(oddityHistoryRoute, async (context) => {
    const named = { setting: 'oddity', ...context.req.valid('param') } as const
    return context.json(await historyOf(context, named, context.req.valid('query')), 200)
  })
  .openapi(oddityAsOfRoute, async (context) => {
    const named = { setting: 'oddity', ...context.req.valid('param') } as const
    return context.json(await recordOf(context, named, context.req.valid('query').at), 200)
  })
