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
  .openapi(minimumHistoryRoute, (context) => historyOf(context, orderMinimum, context.req.valid('query')))
  .openapi(minimumAsOfRoute, (context) => recordOf(context, orderMinimum, context.req.valid('query').at))
  .openapi(thresholdHistoryRoute, (context) => historyOf(context, thresholds, context.req.valid('query')))
  .openapi(thresholdsAsOfRoute, (context) => recordOf(context, thresholds, context.req.valid('query').at))
  .openapi(oddityHistoryRoute, async (context) => {
    const named = { setting: 'oddity', ...context.req.valid('param') } as const
    return historyOf(context, named, context.req.valid('query'))
  })
  .openapi(oddityAsOfRoute, async (context) => {
    const named = { setting: 'oddity', ...context.req.valid('param') } as const
    return recordOf(context, named, context.req.valid('query').at)
  })
